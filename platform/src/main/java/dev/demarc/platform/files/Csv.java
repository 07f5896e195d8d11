package dev.demarc.platform.files;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/** Writes a table as CSV by RFC 4180, in UTF-8, line by line; a text that a spreadsheet would run is put behind an apostrophe. */
public final class Csv {

    private static final CsvMapper MAPPER = CsvMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(CsvWriteFeature.ALWAYS_QUOTE_STRINGS).build();
    private static final String STARTS_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private Csv() {}

    /** One column; the text of a row may hold anything. */
    public record Column<T>(String title, Function<? super T, String> text) {}

    /** Writes the titles and a line for each row, and leaves the stream open; rows are taken one by one. */
    public static <T> void write(List<Column<T>> columns, Iterator<? extends T> rows, OutputStream out)
            throws IOException {
        try (SequenceWriter lines = MAPPER.writer(MAPPER.schema().withLineSeparator("\r\n")).writeValues(out)) {
            lines.write(columns.stream().map(Column::title).toArray(String[]::new));
            while (rows.hasNext()) {
                T row = rows.next();
                lines.write(columns.stream().map(column -> safe(column.text.apply(row))).toArray(String[]::new));
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
