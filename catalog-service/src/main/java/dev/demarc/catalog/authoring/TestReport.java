package dev.demarc.catalog.authoring;

import dev.demarc.catalog.model.CatalogProblem;
import java.util.List;

/** What all cases came to, and the files that could not be run, each with its problems. */
public record TestReport(
        List<CaseResult> results,
        List<CatalogProblem> problems) {

    /** Copies the lists. */
    public TestReport {
        results = List.copyOf(results);
        problems = List.copyOf(problems);
    }

    /** How many cases gave another verdict than they must. */
    public long failed() {
        return results.stream().filter(result -> !result.passed()).count();
    }

    /** Whether every file could be run and every case gave what it must. */
    public boolean passed() {
        return problems.isEmpty() && failed() == 0;
    }
}
