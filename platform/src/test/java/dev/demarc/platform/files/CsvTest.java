package dev.demarc.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\n=1", "  =1+1", "\uFF1D1", "\u00A0=1"})
    void what_a_spreadsheet_would_run_is_put_behind_an_apostrophe(String text) {
        assertThat(Csv.safe(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Encrypt it.", "a=b", "'quoted'", "5 - 3", " plain"})
    void other_texts_stay_as_they_are(String text) {
        assertThat(Csv.safe(text)).isEqualTo(text);
    }

    @Test
    void every_text_is_quoted_and_every_row_ends_as_rfc_4180_has_it() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Csv.write(List.of(new Csv.Column<String>("Word", word -> word), new Csv.Column<>("Twice", word -> word + word)),
                List.of("a", "=b", "say \"c\"\nd").iterator(), out);

        assertThat(out.toString(StandardCharsets.UTF_8).split("\r\n", -1)).containsExactly("\"Word\",\"Twice\"",
                "\"a\",\"aa\"", "\"'=b\",\"'=b=b\"", "\"say \"\"c\"\"\nd\",\"say \"\"c\"\"\ndsay \"\"c\"\"\nd\"", "");
    }
}
