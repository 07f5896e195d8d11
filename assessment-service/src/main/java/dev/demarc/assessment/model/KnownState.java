package dev.demarc.assessment.model;

import dev.demarc.contracts.Copies;
import dev.demarc.contracts.event.SubjectChanged;
import dev.demarc.contracts.event.SubjectDeleted;
import dev.demarc.contracts.subject.SubjectState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the last change said of a subject; without a {@code state} only that it changed, and {@code stateMissing} says why. */
public record KnownState(
        Position position,
        Instant receivedAt,
        String source,
        boolean deleted,
        @Nullable Instant createdAt,
        Map<String, String> tags,
        @Nullable SubjectState state,
        @Nullable String stateMissing) {

    /** Copies the tags. */
    public KnownState {
        tags = Copies.map(tags);
    }

    static KnownState of(SubjectChanged change) {
        return new KnownState(new Position(change.capturedAt(), change.stateId()), change.receivedAt(), change.source(),
                false, change.createdAt(), change.tags(), change.state(), change.stateMissing());
    }

    static KnownState of(SubjectDeleted deletion) {
        return new KnownState(new Position(deletion.capturedAt(), deletion.stateId()), deletion.receivedAt(),
                deletion.source(), true, null, Map.of(), null, null);
    }

    /** With the tags that were known before, where this says nothing of them. */
    KnownState withTags(Map<String, String> before) {
        return tags.isEmpty()
                ? new KnownState(position, receivedAt, source, deleted, createdAt, before, state, stateMissing)
                : this;
    }

    /** An account has no document of its own: what is known of it are its resources. */
    static KnownState ofAccount(Instant firstHeardAt) {
        return new KnownState(new Position(firstHeardAt, 0), firstHeardAt, "demarc", false, null, Map.of(),
                new SubjectState(Map.of(), Map.of(), List.of()), null);
    }
}
