package dev.demarc.standalone.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The parts of the demo that must work, and those that did not. */
final class Parts {

    private final PrintStream out;
    private final List<String> failed = new ArrayList<>();

    Parts(PrintStream out) {
        this.out = out;
    }

    /** Says so at once where a part did not work. */
    void check(String part, boolean worked) {
        if (!worked) {
            failed.add(part);
            out.println("  FAILED: " + part);
        }
    }

    /** The closing word; true where all worked. */
    boolean conclude() {
        if (failed.isEmpty()) {
            out.println("Every part of the demo worked.");
            return true;
        }
        out.println("The demo FAILED in " + failed.size() + (failed.size() == 1 ? " part:" : " parts:"));
        failed.forEach(part -> out.println("  - " + part));
        return false;
    }
}
