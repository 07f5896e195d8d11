package dev.demarc.contracts.catalog;

import dev.demarc.contracts.Copies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A CEL predicate on a subject: true is satisfied, false is not, everything else is unknown. */
public record Check(
        String id,
        String title,
        List<String> resourceTypes,
        @Nullable String when,
        String expression,
        String expected,
        Severity severity,
        String remediation,
        List<String> paths,
        Map<String, RelatedDocument> related,
        Map<String, Parameter> parameters,
        Map<String, List<String>> frameworks) {

    /** Copies the collections; an absent one is empty. Empty {@code resourceTypes} means all types of the model. */
    public Check {
        resourceTypes = Copies.list(resourceTypes);
        paths = Copies.list(paths);
        related = Copies.map(related);
        parameters = Copies.map(parameters);
        frameworks = Copies.map(frameworks);
    }

    /** Whether the check is about subjects of this type, given that its model covers the type. */
    public boolean appliesTo(String type) {
        return resourceTypes.isEmpty() || resourceTypes.contains(type);
    }
}
