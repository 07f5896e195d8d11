package dev.demarc.contracts.subject;

import dev.demarc.contracts.Copies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The configuration of a subject, redacted, as JSON values (maps, lists, strings, longs, doubles, booleans, nulls). */
public record SubjectState(
        Map<String, @Nullable Object> configuration,
        Map<String, @Nullable Object> supplementaryConfiguration,
        List<RelatedResource> relationships) {

    /** Keeps the maps as they are, since JSON nulls mean something in them; an absent one is empty. */
    public SubjectState {
        configuration = Copies.json(configuration);
        supplementaryConfiguration = Copies.json(supplementaryConfiguration);
        relationships = Copies.list(relationships);
    }
}
