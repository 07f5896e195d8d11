package dev.demarc.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadsTest {

    private static final CheckLanguage LANGUAGE = new CheckLanguage();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "resource.configuration.encrypted | configuration.encrypted",
            "resource.configuration['kms key'].id == 'x' | configuration.kms key.id",
            "has(resource.configuration.logging) && resource.configuration.logging != null | configuration.logging",
            "resource.configuration.rules[0].port == 22 | configuration.rules.port",
            "resource.configuration.rules.all(r, r.ranges.all(x, x.cidr != '0.0.0.0/0')) | configuration.rules configuration.rules.ranges configuration.rules.ranges.cidr",
            "['a', 'b'].all(s, resource.configuration[s]) | configuration.a configuration.b",
            "(type(resource.configuration.x) == list ? resource.configuration.x : [resource.configuration.x]).exists(e, e.y) | configuration.x configuration.x.y",
            "(resource.configuration.x + resource.configuration.z).exists(e, e.y) | configuration.x configuration.z configuration.x.y configuration.z.y",
            "resource.configuration[resource.name] | configuration name",
            "resource.configuration.text.split(',').exists(t, t == 'x') | configuration.text",
            "[1, 2].exists(resource, resource > 1) | ",
            "params.days > 3 | "})
    void whatIsReadIsKnown(String expression, @Nullable String paths) {
        assertThat(LANGUAGE.compile(expression).reads()).containsExactlyInAnyOrderElementsOf(paths == null
                ? List.of()
                : Arrays.stream(paths.replace("kms key", "kms~key").split(" "))
                        .map(path -> "resource." + path.replace('~', ' ')).toList());
    }

    @ParameterizedTest
    @CsvSource({"related.block.configuration.on,related.block.configuration.on", "has(related.block),related.block"})
    void soIsWhatIsReadOfRelatedDocuments(String expression, String path) {
        assertThat(LANGUAGE.compile(expression).reads()).containsExactly(path);
    }
}
