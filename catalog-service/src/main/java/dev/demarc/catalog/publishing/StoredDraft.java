package dev.demarc.catalog.publishing;

import dev.demarc.catalog.model.SourceFile;
import dev.demarc.contracts.catalog.ServiceModel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The one draft of a service model, or what is left of it, so that no revision ever comes twice.
 *
 * @param file null once it was published or deleted
 * @param published the version in force that it became or was found to be; null where it was deleted or is open
 */
public record StoredDraft(
        String key,
        long revision,
        @Nullable SourceFile<ServiceModel> file,
        Instant savedAt,
        String savedBy,
        @Nullable Integer published) {

    /** The same revision without its content. */
    StoredDraft closed(@Nullable Integer version) {
        return new StoredDraft(key, revision, null, savedAt, savedBy, version);
    }
}
