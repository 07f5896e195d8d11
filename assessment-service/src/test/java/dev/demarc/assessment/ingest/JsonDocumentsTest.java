package dev.demarc.assessment.ingest;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.assessment.ingest.JsonDocuments.Broken;
import dev.demarc.assessment.ingest.JsonDocuments.Document;
import dev.demarc.assessment.ingest.JsonDocuments.Parsed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentsTest {

    private static List<Document> read(String body) {
        return JsonDocuments.read(body.getBytes(UTF_8));
    }

    private static @Nullable Object only(String body) {
        return ((Parsed) read(body).getFirst()).value();
    }

    @Test
    void wholeNumbersAreLongsHoweverTheyAreWritten() {
        assertThat(only("[22, 22.0, 2.2e1, 0.5, -0.0, 12345678901234567890, 1e999, true, null]"))
                .isEqualTo(new ArrayList<>(
                        Arrays.asList(22L, 22L, 22L, 0.5, 0L, 1.2345678901234567E19, "1e999", true, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n ", "{", "{\"a\":NaN}", "{\"a\":1,}", "{\"a\":1 // x\n}", "{'a':1}", "{\"a\":01}",
            "{\"a\":\"raw\tcontrol\"}", "{\"a\":1}]", "View the Timeline", "{\"a\":Infinity}", "\u0000"})
    void whatIsNotStrictJsonIsUnreadable(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(UnreadableBody.class).hasMessageStartingWith("line ");
    }

    @Test
    void theErrorNamesLineAndColumnAndQuotesNothing() {
        assertThatThrownBy(() -> read("{\n  \"password\": hunter2\n}")).isInstanceOfSatisfying(UnreadableBody.class,
                e -> {
                    assertThat(e.line()).isEqualTo(2);
                    assertThat(e.column()).isBetween(14, 23);
                    assertThat(e.what()).isEqualTo("not a JSON value");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"[%s1]|1,", "[%s{}]|{},", "%s{}|{}\n", "%s{\"a\":1}|[]\n"})
    void aBodyOfFarMoreValuesThanItemsHaveIsRefusedWhileItIsRead(String shape) {
        String[] parts = shape.split("\\|", -1);
        String body = parts[0].formatted(parts[1].repeat(ValueBudget.MOST + 1));

        assertThatThrownBy(() -> read(body)).isInstanceOf(UnreadableBody.class)
                .hasMessageContaining("more than 2,000,000 values; send it in parts");
    }

    @Test
    void aBodyOfMoreEntriesThanAnAnswerCanNameIsRefused() {
        Verdicts verdicts = new Verdicts();
        for (int i = 0; i < Verdicts.MOST; i++) {
            verdicts.ignore("it tells nothing");
        }
        assertThatThrownBy(() -> verdicts.ignore("one more")).isInstanceOf(UnreadableBody.class)
                .hasMessageContaining("more than 100,000 entries; send it in parts");
    }

    @Test
    void aNameThatStandsTwiceIsAnErrorAlsoWhenItsFirstValueIsNull() {
        assertThatThrownBy(() -> read("{\"a\":null,\n\"a\":1}")).hasMessageContaining("line 2")
                .hasMessageContaining("twice");
    }

    @Test
    void deepNestingIsAnErrorAndNoStackOverflow() {
        assertThat(read("[".repeat(100) + "]".repeat(100))).hasSize(1);
        assertThatThrownBy(() -> read("[".repeat(101) + "]".repeat(101)))
                .hasMessageContaining("nested deeper than 100");
        assertThatThrownBy(() -> read("{\"a\":".repeat(200_000))).hasMessageContaining("nested deeper than 100");
    }

    @Test
    void byteOrderMarksAndUtf16AreRead() {
        assertThat(only("\uFEFF{\"a\":\"ü\"}")).isEqualTo(Map.of("a", "ü"));
        assertThat(JsonDocuments.read("{\"a\":\"ü\"}".getBytes(UTF_16))).containsExactly(new Parsed(Map.of("a", "ü")));
        assertThat(JsonDocuments.read("\uFEFF{\"a\":1}".getBytes(UTF_16LE)))
                .containsExactly(new Parsed(Map.of("a", 1L)));
    }

    @Test
    void gzipIsNamed() {
        assertThatThrownBy(() -> JsonDocuments.read(new byte[]{0x1F, (byte) 0x8B, 8, 0})).hasMessageContaining("gzip");
    }

    @Test
    void invalidUtf8IsUnreadable() {
        assertThatThrownBy(() -> JsonDocuments.read(new byte[]{'"', (byte) 0xC3, '"'}))
                .isInstanceOf(UnreadableBody.class);
    }

    @Test
    void whatWasReadCanBeWrittenAgain() {
        Map<String, @Nullable Object> expected = new LinkedHashMap<>();
        expected.put("k\uFFFD", "?x");
        expected.put("z\uFFFDz", "😀");
        assertThat(only("{\"k\\u0000\":\"\\ud800x\", \"z\\u0000z\":\"\\uD83D\\uDE00\"}")).isEqualTo(expected);
    }

    @Test
    void jsonLinesGiveADocumentALineAndABrokenLineSpoilsOnlyItself() {
        List<Document> documents = read("{\"a\":1}\r\n\n{\"a\":\n{\"a\":3}\n");
        assertThat(documents).hasSize(3);
        assertThat(documents.get(0)).isEqualTo(new Parsed(Map.of("a", 1L)));
        assertThat(documents.get(1)).isInstanceOfSatisfying(Broken.class,
                broken -> assertThat(broken.why().line()).isEqualTo(3));
        assertThat(documents.get(2)).isEqualTo(new Parsed(Map.of("a", 3L)));
    }

    @Test
    void documentsMayStandOnOneLine() {
        assertThat(read("{\"a\":1}{\"a\":2} [3]")).hasSize(3);
    }

    @Test
    void aBrokenIndentedDocumentIsNotTakenForJsonLines() {
        assertThatThrownBy(() -> read("[\n{\"a\":1}\n{\"b\":2}\n]")).isInstanceOf(UnreadableBody.class);
        assertThatThrownBy(() -> read("text\nmore text\n")).isInstanceOf(UnreadableBody.class);
    }
}
