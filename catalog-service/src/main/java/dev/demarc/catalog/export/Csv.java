package dev.demarc.catalog.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/** Writes the table as CSV by RFC 4180, in UTF-8, line by line; a text that a spreadsheet would run is put behind an apostrophe. */
final class Csv {

    private static final CsvMapper MAPPER = CsvMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(CsvWriteFeature.ALWAYS_QUOTE_STRINGS).build();
    private static final String STARTS_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private Csv() {}

    static void write(List<Line> lines, OutputStream out) throws IOException {
        try (SequenceWriter rows = MAPPER.writer(MAPPER.schema().withLineSeparator("\r\n"))
                .writeValues(out)) {
            rows.write(Column.ALL.stream().map(Column::title).toArray(String[]::new));
            for (Line line : lines) {
                rows.write(Column.ALL.stream().map(column -> safe(column.text(line)))
                        .toArray(String[]::new));
            }
        }
        out.flush();
    }

    /** As OWASP has it: an apostrophe before what begins, after blanks too, with a character that begins a formula. */
    static String safe(String text) {
        int start = 0;
        while (start < text.length() && STARTS_FORMULA.indexOf(text.charAt(start)) < 0
                && Character.isSpaceChar(text.charAt(start))) {
            start++;
        }
        boolean formula = start < text.length() && STARTS_FORMULA.indexOf(text.charAt(start)) >= 0;
        return formula ? "'" + text : text;
    }
}
