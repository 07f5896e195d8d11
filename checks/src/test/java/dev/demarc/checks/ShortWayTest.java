package dev.demarc.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortWayTest {

    private static final Map<String, Object> PARAMETERS = Map.of("days", 30L, "engines", List.of("mysql", "postgres"));
    private static final Map<String, @Nullable Object> CONFIGURATION = Map.of("encrypted", true, "engine", "mysql",
            "days", 7, "name", "Orders", "ports", List.of(22, 443), "rules",
            List.of(Map.of("cidr", "0.0.0.0/0", "from", 22), Map.of("cidr", "10.0.0.0/8")), "options",
            Map.of("tls", Map.of("on", true), "log", "ALL"));
    private static final List<@Nullable Object> OTHERS = Arrays.asList(null, "x", "", "true", 0, 22, 2.5, true, false,
            List.of(), List.of("mysql"), Map.of(), Map.of("on", "x"), "y".repeat(3000));

    @ParameterizedTest
    @ValueSource(strings = {"resource.configuration.encrypted", "!resource.configuration.encrypted",
            "resource.configuration.encrypted == true && resource.configuration.days >= 7",
            "resource.configuration.encrypted || resource.configuration.days < params.days",
            "resource.configuration.options.tls.on ? resource.configuration.log == 'x' || true : false",
            "has(resource.configuration.options.tls) && resource.configuration.options.tls != null",
            "resource.configuration.options == null || 'log' in resource.configuration.options",
            "resource.configuration.options['log'] == 'ALL' && resource.configuration.ports[1] != 22",
            "resource.configuration.engine in params.engines && !(resource.configuration.name in ['a', 'b'])",
            "size(resource.configuration.name) == 6 && size(resource.configuration.ports) > 1",
            "resource.configuration.name.startsWith('Or') && resource.configuration.name.lowerAscii().endsWith('s')",
            "resource.configuration.name.contains('der') || size(resource.configuration.options) <= 2",
            "resource.configuration.rules.exists(r, r.cidr == '0.0.0.0/0' && has(r.from) && r.from <= 22)",
            "resource.configuration.rules.all(r, !has(r.from) || r.from in resource.configuration.ports)",
            "resource.configuration.rules.filter(r, has(r.from)).map(r, r.cidr) == resource.configuration.x || true",
            "resource.configuration.options.all(name, name != 'ssl') && resource.tags.exists(t, t == 'team')",
            "resource.configuration.rules.filter(r, has(r.from)).all(r, params.engines.exists(e, e != r.cidr))",
            "22 in resource.configuration.ports && null in [resource.configuration.name] == false",
            "related.account.configuration.keys > 0 || resource.type == 'AWS::S3::Bucket'"})
    void itSaysWhatCelSaysOrNothingOnEveryDocument(String expression) {
        CompiledPredicate predicate = Given.LANGUAGE.compile(expression);
        changed(CONFIGURATION).forEach(configuration -> {
            CheckInput input = Given.input(cast(configuration));
            Boolean said = predicate.shortWay(input, PARAMETERS);
            if (said != null) {
                assertThat(predicate.ask(input, PARAMETERS)).describedAs("%s on %s", expression, configuration)
                        .isEqualTo(PredicateResult.Known.of(said));
            }
        });
    }

    @Test
    void itIsTakenWhereTheDocumentIsAsItShouldBe() {
        assertThat(said("resource.configuration.rules.exists(r, r.cidr == '0.0.0.0/0' && r.from <= 22)")).isTrue();
        assertThat(said("resource.configuration.engine in params.engines ? resource.configuration.days > 7 : true"))
                .isFalse();
        assertThat(said("resource.configuration.rules.filter(r, has(r.from)).exists(r, r.cidr == '::/0')")).isFalse();
    }

    @Test
    void itIsNotTakenWhereCelMustSayWhy() {
        assertThat(said("resource.configuration.absent")).isNull();
        assertThat(said("resource.configuration.name && true")).isNull();
        assertThat(said("timestamp('2026-01-01T00:00:00Z') < now")).isNull();
    }

    @Test
    void whatTakesManyStepsIsLeftToTheBudgetOfCel() {
        CheckInput input = Given.input(Map.of("all", IntStream.range(0, 900).boxed().toList()));
        assertThat(Given.LANGUAGE.compile("resource.configuration.all.all(a, a >= 0 && a < 1000 && a != 950)")
                .shortWay(input, Map.of())).isNull();
    }

    private static @Nullable Boolean said(String expression) {
        return Given.LANGUAGE.compile(expression).shortWay(Given.input(CONFIGURATION), PARAMETERS);
    }

    /** The value itself, and with each part of it left out, or replaced by each of the others. */
    private static List<@Nullable Object> changed(@Nullable Object value) {
        List<@Nullable Object> all = new ArrayList<>();
        all.add(value);
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> {
                Map<Object, @Nullable Object> without = new LinkedHashMap<>(map);
                without.remove(key);
                all.add(without);
                replacements(inner).forEach(other -> {
                    Map<Object, @Nullable Object> with = new LinkedHashMap<>(map);
                    with.put(key, other);
                    all.add(with);
                });
            });
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                int at = i;
                replacements(list.get(i)).forEach(other -> {
                    List<@Nullable Object> with = new ArrayList<>(list);
                    with.set(at, other);
                    all.add(with);
                });
            }
        }
        return all;
    }

    private static List<@Nullable Object> replacements(@Nullable Object value) {
        List<@Nullable Object> all = new ArrayList<>(OTHERS);
        all.addAll(changed(value));
        return all;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> cast(@Nullable Object configuration) {
        return (Map<String, @Nullable Object>) Objects.requireNonNull(configuration);
    }
}
