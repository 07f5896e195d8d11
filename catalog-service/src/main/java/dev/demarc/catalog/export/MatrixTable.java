package dev.demarc.catalog.export;

import dev.demarc.catalog.model.PublishedVersion;
import dev.demarc.platform.files.Csv;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the matrix as a table for auditors; holds references to what is published, and is written as it goes. */
public final class MatrixTable {

    /** More lines than this are not written. */
    public static final int MOST_LINES = 100_000;

    private final Selection selection;
    private final List<PublishedVersion> versions;
    private final @Nullable FrameworkRows framework;
    private final List<Line> lines;

    private MatrixTable(Selection selection, List<PublishedVersion> versions, @Nullable FrameworkRows framework,
            List<Line> lines) {
        this.selection = selection;
        this.versions = versions;
        this.framework = framework;
        this.lines = lines;
    }

    /** Lines are the answers of the versions, or with a framework those to its requirements in its order. */
    public static MatrixTable of(Selection selection, List<PublishedVersion> versions,
            @Nullable FrameworkRows framework) {
        return new MatrixTable(selection, versions, framework,
                framework == null ? Line.of(versions) : Line.of(framework));
    }

    /** Without the header. */
    public int size() {
        return lines.size();
    }

    /** Comma-separated, with a header; does not close the stream. */
    public void writeCsv(OutputStream out) throws IOException {
        Csv.write(Column.ALL.stream().map(column -> new Csv.Column<>(column.title(), column::text)).toList(),
                lines.iterator(), out);
    }

    /** An Office Open XML workbook; does not close the stream. */
    public void writeXlsx(OutputStream out, Instant madeAt) throws IOException {
        new MatrixWorkbook(selection, versions, framework, lines, madeAt).write(out);
    }
}
