package dev.demarc.standalone.cli;

import dev.demarc.standalone.server.Progress;
import java.io.PrintStream;
import java.util.Locale;

/** A line for each step, with the seconds since the start of the process's work. */
final class Steps implements Progress {

    private final PrintStream out;
    private final long began = System.nanoTime();

    Steps(PrintStream out) {
        this.out = out;
    }

    @Override
    public void done(String step) {
        out.println(seconds() + "  " + step);
    }

    @Override
    public void waiting(String what) {
        out.println(seconds() + "  … still waiting for " + what);
    }

    String seconds() {
        return String.format(Locale.ROOT, "%5.1f s", (System.nanoTime() - began) / 1e9);
    }
}
