package dev.demarc.contracts.gap;

import dev.demarc.contracts.Copies;
import dev.demarc.contracts.catalog.Ownership;
import dev.demarc.contracts.subject.SubjectRef;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a gap is about; nothing in it changes over the gap's life but by a new service model version. */
public record GapDescription(
        String id,
        SubjectRef subject,
        int incarnation,
        String control,
        String controlTitle,
        Ownership ownership,
        @Nullable String check,
        String title,
        String expected,
        String remediation,
        @Nullable String serviceModel,
        int modelVersion,
        Map<String, List<String>> frameworks) {

    /** Copies the collections; an absent one is empty. */
    public GapDescription {
        frameworks = Copies.map(frameworks);
    }
}
