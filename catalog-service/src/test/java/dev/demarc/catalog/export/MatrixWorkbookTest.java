package dev.demarc.catalog.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.catalog.model.PublishedVersion;
import dev.demarc.contracts.catalog.Ownership;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixWorkbookTest {

    private static final PublishedVersion BOX = Models.version("aws/box",
            Models.cell("encryption", Ownership.SHARED_INDEPENDENT, "=HYPERLINK(\"http://x\")", "Choose the key.",
                    List.of(), List.of(Models.customers("Old boxes", "Do all of it."))),
            Models.cell("guest-os", Ownership.NOT_APPLICABLE, null, null));
    private static final Instant MADE = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_text_is_never_a_formula() throws IOException {
        String sheet = xlsx(List.of(BOX), null).get("xl/worksheets/sheet1.xml");

        assertThat(sheet).contains("=HYPERLINK(&quot;http://x&quot;)").doesNotContain("<f>").doesNotContain("<f ");
    }

    @Test
    void the_header_stays_and_lines_can_be_filtered() throws IOException {
        assertThat(xlsx(List.of(BOX), null).get("xl/worksheets/sheet1.xml")).contains("state=\"frozen\"")
                .contains("<autoFilter ref=\"A1:").contains("orientation=\"landscape\"");
    }

    @Test
    void a_variant_is_a_line_of_its_own() throws IOException {
        assertThat(MatrixTable.of(Selection.ALL, List.of(BOX), null).size()).isEqualTo(3);
        assertThat(xlsx(List.of(BOX), null).get("xl/worksheets/sheet1.xml")).contains("Old boxes")
                .contains("Do all of it.");
    }

    @Test
    void the_last_sheet_says_what_it_was_made_from() throws IOException {
        Map<String, String> files = xlsx(List.of(BOX), null);

        assertThat(files.get("xl/workbook.xml")).contains("CAIQ").contains("About").doesNotContain("Requirements");
        assertThat(files.get("xl/worksheets/sheet2.xml")).contains("provider aws").contains("2026-11-22T10:00:00Z")
                .contains("5891b5b5").contains("2026-11-20T08:00:00Z");
    }

    @Test
    void a_frameworks_requirements_are_all_there_and_those_without_an_answer_are_marked() throws IOException {
        Map<String, String> files = xlsx(List.of(BOX), rows());

        assertThat(files.get("xl/worksheets/sheet1.xml")).contains("F-1", "F-2", "F-3", "F-4", "F-5")
                .contains("not-covered").contains("withdrawn");
        assertThat(files.get("xl/worksheets/sheet2.xml")).contains("The third").contains("not-covered");
        assertThat(files.get("xl/worksheets/sheet3.xml")).contains("Requirements not-covered")
                .contains("Requirements not-applicable");
    }

    @Test
    void a_text_that_is_longer_than_a_cell_is_cut_and_control_characters_do_no_harm() throws IOException {
        PublishedVersion version = Models.version("aws/box",
                Models.cell("encryption", Ownership.CSC_OWNED, null, "a\u0001b " + "x".repeat(40_000)));

        String sheet = Objects.requireNonNull(xlsx(List.of(version), null).get("xl/worksheets/sheet1.xml"));
        Matcher text = Pattern.compile("<t>(ab x+[^<]*)</t>").matcher(sheet);
        assertThat(text.find()).isTrue();
        String shown = text.group(1).replace("&#x2026;", "…");
        assertThat(shown.length()).isEqualTo(32_767 - 1);
        assertThat(shown.endsWith("x…")).isTrue();
    }

    @Test
    void many_lines_are_written_as_they_come() throws IOException {
        List<PublishedVersion> many = IntStream.range(0, 1_000)
                .mapToObj(i -> Models.version("aws/box" + i,
                        Models.cell("encryption", Ownership.CSC_OWNED, null, "Do it.")))
                .toList();

        assertThat(xlsx(many, null).get("xl/worksheets/sheet1.xml")).contains("aws/box0:").contains("aws/box999:")
                .contains("<autoFilter ref=\"A1:");
    }

    private static FrameworkRows rows() {
        return FrameworkRows.of("five", Models.FRAMEWORKS, List.of(BOX), List.of(BOX)).orElseThrow();
    }

    private Map<String, String> xlsx(List<PublishedVersion> versions, @Nullable FrameworkRows framework)
            throws IOException {
        Path file = folder.resolve("matrix.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            MatrixTable.of(new Selection(List.of("aws"), null, null, null), versions, framework).writeXlsx(out, MADE);
        }
        Map<String, String> files = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                files.put(entry.getName(),
                        new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
