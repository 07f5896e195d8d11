package dev.demarc.catalog.web;

import dev.demarc.catalog.publishing.Drafts;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.platform.web.ProblemError;
import java.time.Instant;
import java.util.List;

/** A draft and what keeps it from being published, at most a thousand problems; the model has the number and the controls with which it would be. */
public record DraftItem(
        long revision,
        ServiceModel model,
        Instant savedAt,
        String savedBy,
        List<ProblemError> problems) {

    private static final int SHOWN = 1000;

    static DraftItem of(Drafts.Checked checked) {
        return new DraftItem(checked.draft().revision(), checked.model(), checked.draft().savedAt(),
                checked.draft().savedBy(), ProblemItems.of(checked.problems()).stream().limit(SHOWN).toList());
    }
}
