package dev.demarc.catalog.web;

import dev.demarc.catalog.publishing.Drafts;
import dev.demarc.catalog.publishing.StoredDraft;
import java.time.Instant;

/**
 * A draft without its content.
 *
 * @param version the number with which it would be published
 */
public record DraftSummary(
        String key,
        String name,
        int version,
        long revision,
        Instant savedAt,
        String savedBy) {

    static DraftSummary of(Drafts.Listed listed) {
        StoredDraft draft = listed.draft();
        return new DraftSummary(draft.key(), listed.name(), listed.version(), draft.revision(), draft.savedAt(),
                draft.savedBy());
    }
}
