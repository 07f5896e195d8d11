package dev.demarc.checks;

import static dev.demarc.checks.Given.BUCKET;
import static dev.demarc.checks.Given.NOW;
import static dev.demarc.checks.Given.check;
import static dev.demarc.checks.Given.document;
import static dev.demarc.checks.Given.input;
import static dev.demarc.checks.Given.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.catalog.Check;
import dev.demarc.contracts.gap.CustomerOutcome;
import dev.demarc.contracts.gap.GapReason;
import dev.demarc.contracts.gap.ObservedValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompiledCheckTest {

    private static final Check ENCRYPTED = check(null, "resource.configuration.encrypted",
            "resource.configuration.encrypted", "resource.configuration.key");

    @Test
    void trueIsSatisfiedAndShowsWhatWasRead() {
        assertThat(verdict(ENCRYPTED, input(Map.of("encrypted", true))))
                .isEqualTo(new CheckVerdict(CustomerOutcome.SATISFIED, null, null,
                        List.of(new ObservedValue("resource.configuration.encrypted", true, true),
                                new ObservedValue("resource.configuration.key", null, false)),
                        false));
    }

    @Test
    void falseIsNotSatisfied() {
        CheckVerdict verdict = verdict(ENCRYPTED, input(Map.of("encrypted", false)));
        assertThat(verdict.outcome()).isEqualTo(CustomerOutcome.NOT_SATISFIED);
        assertThat(verdict.reason()).isEqualTo(GapReason.CHECK_FAILED);
    }

    @Test
    void anAbsentKeyIsUnknownAndNeverAPass() {
        CheckVerdict verdict = verdict(ENCRYPTED, input(Map.of()));
        assertThat(verdict.outcome()).isEqualTo(CustomerOutcome.UNKNOWN);
        assertThat(verdict.reason()).isEqualTo(GapReason.CONFIGURATION_MISSING);
        assertThat(verdict.detail()).contains("encrypted");
    }

    @Test
    void aResourceWithoutConfigurationIsUnknownEvenWhereTheCheckWouldNotReadIt() {
        Map<String, Object> summary = SubjectDocument.of(BUCKET, Map.of(), null, null);
        CheckVerdict verdict = verdict(check("false", "resource.name == 'orders'", "resource.name"),
                new CheckInput(summary, Map.of(), NOW));
        assertThat(verdict.outcome()).isEqualTo(CustomerOutcome.UNKNOWN);
        assertThat(verdict.reason()).isEqualTo(GapReason.CONFIGURATION_MISSING);
        assertThat(verdict.observed()).containsExactly(new ObservedValue("resource.name", "orders", true));
    }

    @Test
    void aFalseConditionMakesTheCheckNotApplicable() {
        assertThat(verdict(check("resource.configuration.public", "false"), input(Map.of("public", false))).outcome())
                .isEqualTo(CustomerOutcome.NOT_APPLICABLE);
    }

    @Test
    void anUnknownConditionMakesTheVerdictUnknown() {
        CheckVerdict verdict = verdict(check("resource.configuration.public", "true"), input(Map.of()));
        assertThat(verdict.outcome()).isEqualTo(CustomerOutcome.UNKNOWN);
        assertThat(verdict.reason()).isEqualTo(GapReason.CONFIGURATION_MISSING);
    }

    @Test
    void aRelatedDocumentThatWasNeverSeenIsUnknownUnlessTheResourceDecidesAlone() {
        Check blocked = check(null, "resource.configuration.blocked || related.account.configuration.blocked",
                "related.account.configuration.blocked");
        assertThat(verdict(blocked, input(Map.of("blocked", false))).reason())
                .isEqualTo(GapReason.CONFIGURATION_MISSING);
        assertThat(verdict(blocked, input(Map.of("blocked", true))).outcome()).isEqualTo(CustomerOutcome.SATISFIED);
        CheckVerdict both = verdict(blocked, new CheckInput(document(Map.of("blocked", false)),
                Map.of("account", document(Map.of("blocked", true))), NOW));
        assertThat(both.outcome()).isEqualTo(CustomerOutcome.SATISFIED);
        assertThat(both.observed())
                .containsExactly(new ObservedValue("related.account.configuration.blocked", true, true));
    }

    @Test
    void parametersAreReadAsNumbersWhateverTheirJavaType() {
        Check rotated = check(null, "resource.configuration.days <= params.days");
        assertThat(verdict(rotated, input(Map.of("days", 30))).outcome()).isEqualTo(CustomerOutcome.SATISFIED);
        assertThat(verdict(rotated, input(Map.of("days", 31))).outcome()).isEqualTo(CustomerOutcome.NOT_SATISFIED);
    }

    @Test
    void onlyACheckThatReadsTheTimeSaysSo() {
        assertThat(verdict(check(null, "now - resource.createdAt > duration('1h')"), input(Map.of())).readNow())
                .isTrue();
        assertThat(verdict(check("now > resource.createdAt", "true"), input(Map.of())).readNow()).isTrue();
        assertThat(verdict(ENCRYPTED, input(Map.of())).readNow()).isFalse();
    }

    @Test
    void theSameVerdictComesOutOnManyThreads() {
        CompiledCheck compiled = CompiledCheck.of(Given.LANGUAGE, ENCRYPTED);
        assertThat(java.util.stream.IntStream.range(0, 2000).parallel()
                .mapToObj(i -> compiled.evaluate(input(Map.of("encrypted", i % 2 == 0)))
                        .outcome() == (i % 2 == 0 ? CustomerOutcome.SATISFIED : CustomerOutcome.NOT_SATISFIED)))
                .doesNotContain(false);
    }
}
