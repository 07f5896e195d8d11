package dev.demarc.checks;

import static dev.demarc.checks.Given.LANGUAGE;
import static dev.demarc.checks.Given.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.checks.PredicateResult.Known;
import dev.demarc.checks.PredicateResult.Unknown;
import dev.demarc.contracts.gap.GapReason;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jspecify.annotations.Nullable;

class CompiledPredicateTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "resource.configuration.encrypted",
            "resource.configuration.days >= 7",
            "resource.configuration.small == 7",
            "resource.configuration.ratio > 5",
            "resource.configuration.decimal < 6",
            "resource.configuration.huge > 5",
            "resource.configuration.nothing == null",
            "!has(resource.configuration.absent)",
            "has(resource.configuration.nothing)",
            "resource.configuration.ports.exists(p, p == 22)",
            "22 in resource.configuration.ports",
            "resource.configuration.ports == [22, 443]",
            "resource.configuration.ports.map(p, p + 1) == [23, 444]",
            "resource.configuration.nested.list.all(e, e.ok)",
            "resource.configuration.nested.exists(key, key == 'list')",
            "resource.configuration.name.lowerAscii() == 'orders'",
            "resource.configuration.name.matches('^[A-Z]')",
            "resource.configuration.name.split('R').size() == 3",
            "resource.tags.team == 'shop'",
            "resource.type == 'AWS::S3::Bucket' && resource.account == '123456789012'",
            "now - timestamp(resource.configuration.created) > duration('24h')",
            "now - resource.createdAt < duration('2400h')",
            "timestamp('2015-01-01T00:00:00.000Z') < now",
            "resource.configuration.absent || true",
            "!(resource.configuration.absent && false)",
            "related.account.configuration.block || resource.configuration.encrypted"})
    void aPredicateHolds(String expression) {
        assertThat(LANGUAGE.compile(expression).evaluate(input(configuration()))).isEqualTo(Known.TRUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "resource.configuration.absent",
            "resource.configuration.absent == 'x'",
            "resource.configuration['absent'] == 'x'",
            "resource.configuration.absent.deeper == 'x'",
            "has(resource.configuration.absent.deeper)",
            "resource.configuration.nothing",
            "!resource.configuration.nothing",
            "resource.configuration.nothing <= 22",
            "22 >= resource.configuration.nothing",
            "resource.configuration.nothing.deeper == 'x'",
            "has(resource.configuration.nothing.deeper)",
            "resource.configuration.nothing && true",
            "resource.configuration.nothing ? true : false",
            "resource.configuration.nothing.startsWith('a')",
            "resource.configuration.nothing.exists(x, x > 2)",
            "size(resource.configuration.nothing) == 0",
            "resource.configuration.ports.all(p, p > resource.configuration.nothing)",
            "related.account.configuration.block",
            "has(related.account.configuration)"})
    void whatIsMissingOrNullWhereAValueIsNeededIsConfigurationMissing(String expression) {
        assertThat(LANGUAGE.compile(expression).evaluate(input(configuration())))
                .isInstanceOfSatisfying(Unknown.class,
                        unknown -> assertThat(unknown.reason()).isEqualTo(GapReason.CONFIGURATION_MISSING));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "resource.configuration.name",
            "resource.configuration.days",
            "resource.configuration.name > 5",
            "resource.configuration.name.deeper == 5",
            "resource.configuration.name && true",
            "resource.configuration.nothing == null && resource.configuration.name > 5",
            "resource.configuration.ports[7] == 1",
            "resource.configuration.days / 0 == 1",
            "timestamp(resource.configuration.name) < now",
            "resource.configuration.name.matches('[')"})
    void aCheckThatDoesNotFitTheDocumentIsACheckError(String expression) {
        assertThat(LANGUAGE.compile(expression).evaluate(input(configuration())))
                .isInstanceOfSatisfying(Unknown.class, unknown -> {
                    assertThat(unknown.reason()).isEqualTo(GapReason.CHECK_ERROR);
                    assertThat(unknown.detail()).isNotBlank().doesNotContain("<input>");
                });
    }

    @Test
    void aNameThatNobodyDeclaredDoesNotCompileAndItsPlaceIsNamed() {
        assertThatThrownBy(() -> LANGUAGE.compile("resource.configuration.encrypted\n  && nope"))
                .isInstanceOfSatisfying(CheckDoesNotCompile.class, problem -> {
                    assertThat(problem.line()).isEqualTo(2);
                    assertThat(problem.column()).isEqualTo(6);
                    assertThat(problem.problem()).contains("nope");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1 +", "'text'", "1 + 1", "'a' == 1", "resource.foo(", "now",
            "dyn('a').reverse() == 'a'",
            "lists.range(5) == []"})
    void whatIsNoPredicateDoesNotCompile(String expression) {
        assertThatThrownBy(() -> LANGUAGE.compile(expression)).isInstanceOf(CheckDoesNotCompile.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'account' in related", "related['account'].x", "related == {}", "params.all(p, true)"})
    void relatedDocumentsAndParametersAreReadByNameSoThatTheNamesAreKnown(String expression) {
        assertThatThrownBy(() -> LANGUAGE.compile(expression)).isInstanceOf(CheckDoesNotCompile.class)
                .hasMessageContaining("can only be read as");
    }

    @Test
    void aCheckMayAskWhetherARelatedDocumentIsKnownWhereOnlyAKnownOneHelps() {
        CompiledPredicate predicate = LANGUAGE.compile("has(related.account) && related.account.configuration.block");
        assertThat(predicate.evaluate(input(configuration()))).isEqualTo(Known.FALSE);
        assertThat(predicate.related()).containsExactly("account");
    }

    @Test
    void anExpressionBeyondTheLimitDoesNotCompile() {
        String longer = "true" + " || true".repeat(CheckLanguage.MAX_EXPRESSION_LENGTH / 8);
        assertThatThrownBy(() -> LANGUAGE.compile(longer)).isInstanceOf(CheckDoesNotCompile.class);
    }

    @Test
    void whatAnExpressionReadsIsKnown() {
        CompiledPredicate predicate = LANGUAGE
                .compile("related.account.configuration.x && related.key.tags.y == params.days && now > now");
        assertThat(predicate.related()).containsExactlyInAnyOrder("account", "key");
        assertThat(predicate.parameters()).containsExactly("days");
        assertThat(predicate.readsNow()).isTrue();
        assertThat(LANGUAGE.compile("resource.configuration.now == 1").readsNow()).isFalse();
    }

    private static Map<String, @Nullable Object> configuration() {
        Map<String, @Nullable Object> configuration = new HashMap<>();
        configuration.put("encrypted", true);
        configuration.put("days", 7L);
        configuration.put("small", 7);
        configuration.put("ratio", 5.5);
        configuration.put("decimal", new BigDecimal("5.5"));
        configuration.put("huge", BigInteger.TWO.pow(100));
        configuration.put("nothing", null);
        configuration.put("name", "ORDERS");
        configuration.put("ports", Arrays.asList(22, 443L));
        configuration.put("nested", Map.of("list", List.of(Map.of("ok", true))));
        configuration.put("created", "2015-01-01T00:00:00.000Z");
        return configuration;
    }
}
