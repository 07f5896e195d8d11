package dev.demarc.catalog.export;

import dev.demarc.catalog.model.PublishedVersion;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/** The workbook: the questionnaire, with a framework its requirements one line each, and what all of it was made from. */
final class MatrixWorkbook {

    private final Selection selection;
    private final List<PublishedVersion> versions;
    private final @Nullable FrameworkRows framework;
    private final List<Line> lines;
    private final Instant madeAt;

    MatrixWorkbook(Selection selection, List<PublishedVersion> versions, @Nullable FrameworkRows framework,
            List<Line> lines, Instant madeAt) {
        this.selection = selection;
        this.versions = versions;
        this.framework = framework;
        this.lines = lines;
        this.madeAt = madeAt;
    }

    void write(OutputStream out) throws IOException {
        Workbook workbook = new Workbook(new Kept(out), "Demarc", null);
        workbook.setGlobalDefaultFont("Calibri", 10);
        workbook.properties().setTitle("Shared responsibility matrix: " + selection.text());
        QuestionnaireSheet.write(workbook.newWorksheet("CAIQ"), lines, framework != null);
        if (framework != null) {
            RequirementsSheet.write(workbook.newWorksheet("Requirements"), framework);
        }
        AboutSheet.write(workbook.newWorksheet("About"), selection, versions, framework, madeAt);
        workbook.finish();
        out.flush();
    }

    /** The caller's stream, which stays open. */
    private static final class Kept extends FilterOutputStream {

        Kept(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
