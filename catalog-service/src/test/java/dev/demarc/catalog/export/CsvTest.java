package dev.demarc.catalog.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.catalog.Ownership;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void the_first_columns_are_those_of_the_questionnaire() throws IOException {
        assertThat(csv().lines().findFirst().orElseThrow()).startsWith("\"Question ID\",\"Question\","
                + "\"CSP CAIQ Answer\",\"SSRM Control Ownership\",\"CSP Implementation Description\","
                + "\"CSC Responsibilities\",");
    }

    @Test
    void a_line_says_who_does_what_and_every_text_is_quoted() throws IOException {
        assertThat(csv().lines().toList().get(1)).startsWith("\"aws/box:encryption\",\"What encryption asks.\",\"Yes\","
                + "\"Shared CSP and CSC\",\"'=cmd|' /C calc'!A0\",\"Say \"\"yes\"\", and choose the key.\",")
                .contains("\"CEK-03\"").contains("\"shared-dependent\",\"shared\"");
        assertThat(csv()).endsWith("\r\n");
    }

    private static String csv() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MatrixTable.of(Selection.ALL, List.of(Models.version("aws/box", Models.cell("encryption",
                Ownership.SHARED_DEPENDENT, "=cmd|' /C calc'!A0", "Say \"yes\", and choose the key."))), null)
                .writeCsv(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
