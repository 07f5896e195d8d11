package dev.demarc.standalone.cli;

import dev.demarc.standalone.client.Show;
import java.io.PrintStream;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Tells file by file what became of it, and at the end how much it was. */
abstract sealed class IngestReport implements AutoCloseable {

    private Totals totals = new Totals(0, 0, 0, 0, 0);

    /** Of all files. */
    record Totals(int files, int accepted, int ignored, int rejected, int failed) {

        Totals plus(Sent sent) {
            return new Totals(files + 1, accepted + sent.accepted(), ignored + sent.ignored().size(),
                    rejected + sent.rejected().size(), failed + (sent.error() == null ? 0 : 1));
        }
    }

    Totals totals() {
        return totals;
    }

    void add(Sent sent) {
        print(sent, totals.files() == 0);
        totals = totals.plus(sent);
    }

    abstract void print(Sent sent, boolean first);

    @Override
    public abstract void close();

    /** A line a file, and one for each item that was not accepted. */
    static final class Text extends IngestReport {

        private static final int SHOWN = 20;
        private final PrintStream out;

        Text(PrintStream out) {
            this.out = out;
        }

        @Override
        void print(Sent sent, boolean first) {
            if (sent.error() != null) {
                out.println(sent.file() + ": " + sent.state() + ": " + sent.error());
                return;
            }
            out.println(sent.file() + ": " + sent.accepted() + " accepted, " + sent.ignored().size() + " ignored, "
                    + sent.rejected().size() + " rejected");
            reasons("ignored", sent.ignored());
            reasons("rejected", sent.rejected());
        }

        private void reasons(String verdict, List<JsonNode> items) {
            items.stream().limit(SHOWN).forEach(item -> {
                String field = item.path("field").asString("");
                out.println("  " + verdict + " item " + item.path("index").asString("?") + ": "
                        + (field.isEmpty() ? "" : field + ": ") + Show.text(item, "reason"));
            });
            if (items.size() > SHOWN) {
                out.println("  … and " + (items.size() - SHOWN) + " more " + verdict + "; --json shows all");
            }
        }

        @Override
        public void close() {
            Totals all = totals();
            if (all.files() > 1) {
                out.println();
                out.println(all.files() + " files: " + all.accepted() + " accepted, " + all.ignored() + " ignored, "
                        + all.rejected() + " rejected; " + all.failed() + " files could not be read or sent");
            }
        }
    }

    /** One object, a file a line. */
    static final class Json extends IngestReport {

        private final PrintStream out;

        Json(PrintStream out) {
            this.out = out;
            out.print("{\"files\":[");
        }

        @Override
        void print(Sent sent, boolean first) {
            out.print((first ? "\n" : ",\n") + dev.demarc.standalone.Json.mapper().writeValueAsString(sent));
        }

        @Override
        public void close() {
            Totals all = totals();
            out.println("\n],\"accepted\":" + all.accepted() + ",\"ignored\":" + all.ignored() + ",\"rejected\":"
                    + all.rejected() + ",\"failed\":" + all.failed() + "}");
        }
    }
}
