package dev.demarc.catalog.model;

import java.util.List;
import java.util.stream.Collectors;

/** Files that are no catalog, with everything that is wrong in them; the message shows the first 100 problems. */
public final class InvalidCatalog extends RuntimeException {

    private static final int SHOWN = 100;

    private final transient List<CatalogProblem> problems;

    /** All problems, in the order in which they should be read. */
    public InvalidCatalog(List<CatalogProblem> problems) {
        super(problems.size() + (problems.size() == 1 ? " problem" : " problems") + " in the catalog:\n"
                + problems.stream().limit(SHOWN).map(CatalogProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Every problem. */
    public List<CatalogProblem> problems() {
        return problems;
    }
}
