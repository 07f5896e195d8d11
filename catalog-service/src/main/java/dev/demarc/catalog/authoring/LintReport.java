package dev.demarc.catalog.authoring;

import dev.demarc.catalog.authoring.LintProblem.Level;
import java.util.List;

/** Everything that lint found, by file and line, and how much it looked at; {@code typesWithoutPaths} have no property list. */
public record LintReport(
        List<LintProblem> problems,
        int controls,
        int serviceModels,
        int checks,
        boolean pathsChecked,
        List<String> typesWithoutPaths) {

    /** Copies the lists. */
    public LintReport {
        problems = List.copyOf(problems);
        typesWithoutPaths = List.copyOf(typesWithoutPaths);
    }

    /** How many problems there are of a level. */
    public long count(Level level) {
        return problems.stream().filter(problem -> problem.level() == level).count();
    }
}
