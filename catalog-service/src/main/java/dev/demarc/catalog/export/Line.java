package dev.demarc.catalog.export;

import dev.demarc.catalog.model.PublishedVersion;
import dev.demarc.catalog.model.Requirement;
import dev.demarc.contracts.catalog.Ownership;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table: an answer to a question; without an answer where nothing covers the requirement.
 *
 * @param requirement null where the question is the control itself
 */
record Line(
        @Nullable Requirement requirement,
        @Nullable Coverage coverage,
        @Nullable Answer answer) {

    /** The controls of each service model. */
    static List<Line> of(List<PublishedVersion> versions) {
        return versions.stream().flatMap(version -> Answer.all(version).stream())
                .map(answer -> new Line(null, null, answer)).toList();
    }

    /** The requirements of a framework, each with one line for every answer, or one that says there is none. */
    static List<Line> of(FrameworkRows framework) {
        List<Line> lines = new ArrayList<>();
        for (RequirementRow row : framework.rows()) {
            row.answers().forEach(answer -> lines.add(new Line(row.requirement(), row.coverage(), answer)));
            if (row.answers().isEmpty()) {
                lines.add(new Line(row.requirement(), row.coverage(), null));
            }
        }
        return List.copyOf(lines);
    }

    String questionId() {
        if (requirement != null) {
            return requirement.id();
        }
        return answer == null ? "" : answer.version().entry().key() + ":" + answer.control().id();
    }

    /** The requirement's title where it may be repeated, else what the control asks. */
    String question() {
        if (requirement != null && requirement.title() != null) {
            return requirement.title();
        }
        return answer == null ? "" : answer.control().description();
    }

    /** {@code Yes} where the provider has a part in it, {@code NA} where it has none; empty where nothing is said. */
    String caiqAnswer() {
        if (answer == null) {
            return "";
        }
        return switch (answer.ownership()) {
            case CSC_OWNED, NOT_APPLICABLE -> "NA";
            case CSP_OWNED, SHARED_INDEPENDENT, SHARED_DEPENDENT, SHARED_CSP_THIRD_PARTY,
                    THIRD_PARTY_OUTSOURCED ->
                "Yes";
        };
    }

    /** In the words of the questionnaire's own list. */
    String caiqOwnership() {
        return answer == null ? "" : caiq(answer.ownership());
    }

    /** What the provider does; where nobody does anything, why. */
    String provided() {
        if (answer == null) {
            return "";
        }
        return answer.ownership() == Ownership.NOT_APPLICABLE && answer.provided() == null
                ? text(answer.rationale())
                : text(answer.provided());
    }

    String coverageWord() {
        return coverage == null ? "" : coverage.word();
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String caiq(Ownership ownership) {
        return switch (ownership) {
            case CSP_OWNED -> "CSP-owned";
            case CSC_OWNED -> "CSC-owned";
            case SHARED_INDEPENDENT, SHARED_DEPENDENT -> "Shared CSP and CSC";
            case SHARED_CSP_THIRD_PARTY -> "Shared CSP and 3rd-party";
            case THIRD_PARTY_OUTSOURCED -> "3rd-party outsourced";
            case NOT_APPLICABLE -> "";
        };
    }
}
