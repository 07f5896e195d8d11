package dev.demarc.catalog.export;

import dev.demarc.catalog.model.Framework;
import dev.demarc.catalog.model.Frameworks;
import dev.demarc.catalog.model.PublishedVersion;
import dev.demarc.catalog.model.Requirement;
import dev.demarc.contracts.catalog.Ownership;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The requirements of one framework with what service models say about each.
 *
 * @param list who publishes the requirements; null where only those are known that something is mapped to, so that
 *     what is not covered can't be shown
 */
public record FrameworkRows(
        String id,
        @Nullable Framework list,
        List<RequirementRow> rows) {

    /** For the selected versions; empty for a framework that has no list and to which nothing that is in force is mapped. */
    public static Optional<FrameworkRows> of(String id, Frameworks frameworks, List<PublishedVersion> inForce,
            List<PublishedVersion> selected) {
        Mappings all = Mappings.of(id, frameworks, inForce);
        Framework list = frameworks.framework(id).orElse(null);
        if (list == null && all.requirements().isEmpty()) {
            return Optional.empty();
        }
        List<Requirement> requirements = list == null
                ? all.requirements().stream().map(it -> new Requirement(it, null, null, null, null, null)).toList()
                : list.requirements();
        Set<String> keys = selected.stream().map(version -> version.entry().key()).collect(Collectors.toSet());
        return Optional.of(new FrameworkRows(id, list, requirements.stream().map(it -> row(it, all.answers(it.id())
                .stream().filter(answer -> keys.contains(answer.version().entry().key())).toList())).toList()));
    }

    /** All that have a list or to which something that is in force is mapped, ordered by id. */
    public static List<FrameworkRows> all(Frameworks frameworks, List<PublishedVersion> inForce) {
        SortedSet<String> ids = Mappings.frameworks(inForce);
        ids.addAll(frameworks.names());
        return ids.stream().flatMap(id -> of(id, frameworks, inForce, inForce).stream()).toList();
    }

    /** How many requirements are so covered. */
    public long count(Coverage coverage) {
        return rows.stream().filter(row -> row.coverage() == coverage).count();
    }

    private static RequirementRow row(Requirement requirement, List<Answer> answers) {
        return new RequirementRow(requirement, coverage(requirement, answers), answers);
    }

    private static Coverage coverage(Requirement requirement, List<Answer> answers) {
        if (answers.isEmpty()) {
            return requirement.isWithdrawn() ? Coverage.WITHDRAWN : Coverage.NOT_COVERED;
        }
        List<Answer> applicable = answers.stream().filter(it -> it.ownership() != Ownership.NOT_APPLICABLE).toList();
        if (applicable.isEmpty()) {
            return Coverage.NOT_APPLICABLE;
        }
        return applicable.stream().allMatch(answer -> answer.reason() != null)
                ? Coverage.ATTESTATION
                : Coverage.COVERED;
    }
}
