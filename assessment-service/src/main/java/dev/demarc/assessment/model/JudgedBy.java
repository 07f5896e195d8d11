package dev.demarc.assessment.model;

import dev.demarc.contracts.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The versions of everything that went into a judgement; {@code related} gives the revision of each document by its subject id. */
public record JudgedBy(
        @Nullable String serviceModel,
        int modelVersion,
        long catalogRevision,
        long contextRevision,
        Map<String, Long> related) {

    /** Not judged yet. */
    public static final JudgedBy NOTHING = new JudgedBy(null, 0, 0, 0, Map.of());

    /** Copies the revisions. */
    public JudgedBy {
        related = Copies.map(related);
    }

    /** Whether the other one judges by the same version of the same model. */
    boolean sameModel(JudgedBy other) {
        return modelVersion == other.modelVersion && java.util.Objects.equals(serviceModel, other.serviceModel);
    }
}
