package dev.demarc.catalog.authoring;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.demarc.catalog.model.CatalogProblem;
import dev.demarc.contracts.Words;

/** What lint has to say of a place in a file; {@code pointer} is a JSON pointer, lines start at 1. */
public record LintProblem(
        Level level,
        String file,
        int line,
        String pointer,
        String cause) {

    /** Whether it must be mended. */
    public enum Level {
        ERROR,
        WARNING;

        /** The word as it stands in JSON. */
        @JsonValue
        public String word() {
            return Words.of(this);
        }
    }

    static LintProblem of(Level level, CatalogProblem problem) {
        return new LintProblem(level, problem.file(), problem.line(), problem.pointer(), problem.problem());
    }
}
