package dev.demarc.catalog.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.catalog.publishing.DraftReader;
import dev.demarc.catalog.publishing.DraftReader.Format;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DraftFileTest {

    @ParameterizedTest
    @EnumSource(Format.class)
    void tenMegabytesAreOneProblem(Format format) {
        byte[] body = new byte[10_000_000];
        Arrays.fill(body, (byte) '[');
        assertThat(unreadable(format, body)).isEqualTo("draft:1: has more than 1000000 bytes, the most that is read");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aKeyIsNotSoLongThatThePathsOfManyValuesFillTheMemory(Format format) {
        String key = "k".repeat(301);
        assertThat(unreadable(format, "{\"a\": {\"" + key + "\": 1}}"))
                .isEqualTo("draft:1 /a: has a key of more than 300 characters");
        String nested = ("{\"" + key.substring(1) + "\": ").repeat(40) + "[" + "1, ".repeat(40_000) + "1]"
                + "}".repeat(40);
        assertThat(unreadable(format, nested))
                .isEqualTo("draft:1: the paths of its values have more than 5000000 characters together");
    }

    @Test
    void anExplicitKeyOfYamlIsBoundedToo() {
        String yaml = "? " + "k".repeat(49_000) + "\n: [" + "1, ".repeat(49_000) + "1]\n";
        assertThat(unreadable(Format.YAML, yaml)).isEqualTo("draft:1: has a key of more than 300 characters");
    }

    @Test
    void jsonIsReadWithLinesWhateverItsBlanks() {
        DraftReader.Reading reading = read(Format.JSON, "{\n\t\"key\": 7,\n\t\"provided\": \"\\ud83d\\ude00\"}");
        assertThat(reading).isInstanceOfSatisfying(DraftReader.Misshapen.class,
                it -> assertThat(it.problems()).anySatisfy(problem -> {
                    assertThat(problem.pointer()).isEqualTo("/key");
                    assertThat(problem.line()).isEqualTo(2);
                }));
    }

    @Test
    void whatIsNoJsonIsOneProblemWithItsLine() {
        assertThat(unreadable(Format.JSON, "{\"a\": 1,\n\"a\": 2}")).startsWith("draft:2: is not JSON: Duplicate");
        assertThat(unreadable(Format.JSON, "{\"a\":\n")).startsWith("draft:2: is not JSON");
        assertThat(unreadable(Format.JSON, "{}\n{}")).isEqualTo("draft:2: goes on after its end");
        assertThat(unreadable(Format.JSON, "{\"a\": 9223372036854775808}"))
                .isEqualTo("draft:1 /a: is no number of 64 bits");
        assertThat(unreadable(Format.JSON, "[".repeat(51))).startsWith("draft:1: is not JSON");
        assertThat(unreadable(Format.JSON, "[" + "1,".repeat(50_000) + "1]")).contains("holds more than 50000 values");
        assertThat(unreadable(Format.JSON, "  ")).isEqualTo("draft:1: is empty");
    }

    @Test
    void theVersionMayBeLeftOutAndControlsArePassedOver() {
        String yaml = TestCatalog.MODEL.replace("version: 1\n", "") + "controls: [{id: made-up}]\n";
        assertThat(read(Format.YAML, yaml)).isInstanceOfSatisfying(DraftReader.Draft.class, it -> {
            assertThat(it.file().content().version()).isZero();
            assertThat(it.file().content().controls()).isEmpty();
        });
    }

    private static String unreadable(Format format, String body) {
        return unreadable(format, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String unreadable(Format format, byte[] body) {
        DraftReader.Reading reading = new DraftFile().read(format, body);
        assertThat(reading).isInstanceOf(DraftReader.Unreadable.class);
        assertThat(((DraftReader.Unreadable) reading).problems()).hasSize(1);
        return ((DraftReader.Unreadable) reading).problems().getFirst().toString();
    }

    private static DraftReader.Reading read(Format format, String body) {
        return new DraftFile().read(format, body.getBytes(StandardCharsets.UTF_8));
    }
}
