package dev.demarc.catalog.export;

import dev.demarc.catalog.model.Requirement;
import java.util.List;

/** A requirement of a framework and what answers it; no answer, and it is not covered. */
public record RequirementRow(
        Requirement requirement,
        Coverage coverage,
        List<Answer> answers) {}
