package dev.demarc.checks;

import static dev.demarc.checks.Given.LANGUAGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.checks.PredicateResult.Known;
import dev.demarc.checks.PredicateResult.Unknown;
import dev.demarc.contracts.gap.GapReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jspecify.annotations.Nullable;

/** Whatever an expression does to a document of the largest size, it ends. */
class HostileExpressionTest {

    private static final Map<String, @Nullable Object> LARGE = large();

    @ParameterizedTest
    @ValueSource(strings = {
            "resource.configuration.list.all(a, resource.configuration.list.all(b, resource.configuration.list.all(c, a != 'x')))",
            "resource.configuration.list.all(a, a in resource.configuration.list || true)",
            "resource.configuration.list.all(a, !resource.configuration.text.matches('(a*)*(a*)*(a*)*b'))",
            "resource.configuration.list.all(a, resource.configuration.text + a != a)",
            "resource.configuration.list.all(a, resource.configuration.tree == resource.configuration.twin)",
            "resource.configuration.list.map(a, resource.configuration.list).map(a, a.map(b, b)).size() == 0",
            "resource.configuration.list.exists(a, resource.configuration.list.exists(b, resource.absent == a))"})
    void anExpressionThatWouldRunLongIsACheckErrorAfterABoundedTime(String expression) {
        assertEndsAsCheckError(expression);
    }

    @Test
    void textsCanNotBeDoubledUntilTheMemoryIsFull() {
        assertEndsAsCheckError(doubled("resource.configuration.text"));
    }

    @Test
    void listsCanNotBeDoubledUntilTheMemoryIsFull() {
        assertEndsAsCheckError(doubled("resource.configuration.list"));
    }

    @Test
    void aDocumentThatIsVeryDeepDoesNotEndTheThread() {
        Map<String, @Nullable Object> deep = Map.of();
        Map<String, @Nullable Object> twin = Map.of();
        for (int i = 0; i < 20_000; i++) {
            deep = Map.of("k", deep);
            twin = Map.of("k", twin);
        }
        assertThat(LANGUAGE.compile("resource.configuration.a == resource.configuration.b")
                .evaluate(Given.input(Map.of("a", deep, "b", twin)))).isInstanceOf(Unknown.class);
    }

    @Test
    void anHonestCheckOverALargeSecurityGroupStaysWithinTheBudget() {
        List<Object> rules = new ArrayList<>();
        IntStream.range(0, 1000).forEach(i -> rules.add(Map.of("fromPort", i, "toPort", i, "ipRanges",
                List.of(Map.of("cidrIp", "10.0.0.0/8"), Map.of("cidrIp", "10.1.0.0/16")))));
        assertThat(LANGUAGE.compile("""
                !resource.configuration.rules.exists(r, r.fromPort <= 22 && r.toPort >= 22
                    && r.ipRanges.exists(c, c.cidrIp == '0.0.0.0/0'))
                  && resource.configuration.rules.filter(r, r.fromPort >= 0).size() == 1000
                """).evaluate(Given.input(Map.of("rules", rules)))).isEqualTo(Known.TRUE);
    }

    private static void assertEndsAsCheckError(String expression) {
        CompiledPredicate predicate = LANGUAGE.compile(expression);
        PredicateResult result = Assertions.assertTimeout(Duration.ofSeconds(60),
                () -> predicate.evaluate(Given.input(LARGE)));
        assertThat(result).isInstanceOfSatisfying(Unknown.class,
                unknown -> assertThat(unknown.reason()).isEqualTo(GapReason.CHECK_ERROR));
    }

    private static String doubled(String value) {
        String expression = "size(z) > 0";
        for (char name = 'z'; name > 'c'; name--) {
            String from = name == 'd' ? value : String.valueOf((char) (name - 1));
            expression = "[" + from + " + " + from + "].all(" + name + ", " + expression + ")";
        }
        return expression;
    }

    private static Map<String, @Nullable Object> large() {
        Map<String, @Nullable Object> tree = new HashMap<>();
        Map<String, @Nullable Object> twin = new HashMap<>();
        IntStream.range(0, 20_000).forEach(i -> {
            tree.put("key" + i, Map.of("value", i));
            twin.put("key" + i, Map.of("value", i));
        });
        return Map.of("text", "a".repeat(1_400_000), "list",
                IntStream.range(0, 100_000).mapToObj(i -> "element-" + i).toList(), "tree", tree, "twin", twin);
    }
}
