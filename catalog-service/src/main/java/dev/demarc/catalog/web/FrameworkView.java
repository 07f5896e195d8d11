package dev.demarc.catalog.web;

import dev.demarc.catalog.export.Answer;
import dev.demarc.catalog.export.Coverage;
import dev.demarc.catalog.export.FrameworkRows;
import dev.demarc.catalog.export.RequirementRow;
import dev.demarc.catalog.model.Framework;
import dev.demarc.catalog.model.Requirement;
import dev.demarc.contracts.catalog.Relationship;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A framework's requirements in its order, those that nothing covers included; {@code complete} unless only those are known that something is mapped to. */
public record FrameworkView(
        String id,
        @Nullable String title,
        @Nullable String version,
        @Nullable String source,
        @Nullable String provider,
        boolean complete,
        List<RequirementView> requirements) {

    /** A requirement and the cells that answer it. */
    public record RequirementView(
            String id,
            @Nullable String title,
            @Nullable String group,
            Coverage coverage,
            List<AnswerView> answers) {

        static RequirementView of(String framework, RequirementRow row) {
            Requirement it = row.requirement();
            return new RequirementView(it.id(), it.title(), it.group(), row.coverage(), row.answers().stream()
                    .map(answer -> AnswerView.of(framework, it.id(), answer)).toList());
        }
    }

    /** A cell, or its variant, that answers; {@code checks} are those that say they are about the requirement. */
    public record AnswerView(
            String serviceModel,
            String control,
            @Nullable String variant,
            @Nullable Relationship relationship,
            List<String> checks,
            @Nullable String reason) {

        static AnswerView of(String framework, String requirement, Answer answer) {
            return new AnswerView(answer.version().entry().key(), answer.control().id(), answer.variant(),
                    answer.relationship(), answer.checks(framework, requirement), answer.reason());
        }
    }

    static FrameworkView of(FrameworkRows rows) {
        Framework list = rows.list();
        List<RequirementView> requirements = rows.rows().stream().map(row -> RequirementView.of(rows.id(), row))
                .toList();
        return list == null
                ? new FrameworkView(rows.id(), null, null, null, null, false, requirements)
                : new FrameworkView(rows.id(), list.title(), list.version(), list.source(), list.provider(), true,
                        requirements);
    }
}
