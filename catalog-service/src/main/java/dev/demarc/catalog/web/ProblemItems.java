package dev.demarc.catalog.web;

import dev.demarc.catalog.model.CatalogProblem;
import dev.demarc.platform.web.ProblemError;
import java.util.List;

/** Problems of a body, which has no file name. */
final class ProblemItems {

    private ProblemItems() {}

    static List<ProblemError> of(List<CatalogProblem> problems) {
        return problems.stream().map(it -> new ProblemError(it.line(), it.pointer(), it.problem())).toList();
    }
}
