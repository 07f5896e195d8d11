package dev.demarc.catalog.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.catalog.model.Finding;
import dev.demarc.catalog.model.InvalidCatalog;
import dev.demarc.catalog.model.SourceFile;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class YamlFileTest {

    @Test
    void valuesKeepTheirTypesAndWordsStayWords() {
        assertThat(read("{n: 7, neg: -3, f: 0.5, t: true, no: no, on: on, date: 2026-01-01, q: '7', z: ~, l: [a, 1]}")
                .content()).hasToString("{\"n\":7,\"neg\":-3,\"f\":0.5,\"t\":true,\"no\":\"no\",\"on\":\"on\","
                        + "\"date\":\"2026-01-01\",\"q\":\"7\",\"z\":null,\"l\":[\"a\",1]}");
    }

    @Test
    void eachValueKnowsItsLineAndWhatIsMissingHasTheLineOfWhatEnclosesIt() {
        SourceFile<JsonNode> file = read("a: 1\nb:\n  - c: 2\n  - d/e: 3\n");
        assertThat(file.problem(new Finding("/b/1/d~1e", "x")).line()).isEqualTo(4);
        assertThat(file.problem(new Finding("/b/1/missing/deeper", "x")).line()).isEqualTo(4);
        assertThat(file.problem(new Finding("", "x"))).hasToString("aws/x.yaml:1: x");
    }

    @Test
    void anAliasRepeatsItsAnchor() {
        assertThat(read("a: &x {k: 1}\nb: *x\n").content().at("/b/k").asInt()).isEqualTo(1);
    }

    @Test
    void anAliasBombIsRefusedBeforeItGrows() {
        assertRefused(bomb(30), "Number of aliases");
        assertRefused(bomb(5), "holds more than 50000 values");
    }

    private static String bomb(int levels) {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < levels; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9) + "*a" + (i - 1)));
        }
        return bomb.toString();
    }

    @Test
    void whatIsNoDocumentIsRefusedWithItsLine() {
        assertRefused("a: 1\nb: [1, 2\n", "aws/x.yaml:3: is not YAML");
        assertRefused("a: 1\na: 2\n", "aws/x.yaml:2 /a: stands there twice");
        assertRefused("a: &x [*x]\n", "aws/x.yaml:1");
        assertRefused("a: !!java.net.URL [x]\n", "aws/x.yaml:1");
        assertRefused("a: !!set {x, y}\n", "aws/x.yaml:1 /a: has the tag");
        assertRefused("a: !secret x\n", "aws/x.yaml:1 /a: has the tag !secret");
        assertRefused("[1]: 2\n", "Non scalar key");
        assertRefused("", "is empty");
        assertRefused("a: 1\n---\nb: 2\n", "is not YAML");
        assertRefused("a: 99999999999999999999\n", "is no decimal number of 64 bits");
        assertRefused("a: '" + "x".repeat(YamlFile.MAX_BYTES) + "'",
                "has more than 1000000 bytes, the most that is read");
        assertRefused("[".repeat(60) + "]".repeat(60), "is deeper than 50 levels");
    }

    private static void assertRefused(String yaml, String message) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(InvalidCatalog.class).hasMessageContaining(message);
    }

    private static SourceFile<JsonNode> read(String yaml) {
        return YamlFile.read("aws/x.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }
}
