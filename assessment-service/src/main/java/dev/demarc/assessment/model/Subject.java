package dev.demarc.assessment.model;

import dev.demarc.contracts.Copies;
import dev.demarc.contracts.event.SubjectChanged;
import dev.demarc.contracts.event.SubjectDeleted;
import dev.demarc.contracts.gap.OutcomeState;
import dev.demarc.contracts.subject.SubjectKind;
import dev.demarc.contracts.subject.SubjectRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The aggregate: all that is decided about a subject, in the one document that a writer replaces by its revision.
 * {@code revision} is 0 before the first write; {@code pending} are the events that the broker has not confirmed, in
 * order, and {@code pendingSince} is when the oldest of them was decided.
 */
public record Subject(
        SubjectRef ref,
        long revision,
        int incarnation,
        KnownState known,
        Assignment assignment,
        JudgedBy judgedBy,
        List<OutcomeState> outcomes,
        List<Gap> gaps,
        List<PendingEvent> pending,
        @Nullable Instant pendingSince,
        @Nullable Instant reassessAt) {

    /** As long as the topics keep an event: what comes later than that after a subject's end is another life of it. */
    public static final Duration FORGOTTEN_AFTER = Duration.ofDays(30);

    /** Copies the lists. */
    public Subject {
        outcomes = Copies.list(outcomes);
        gaps = Copies.list(gaps);
        pending = Copies.list(pending);
    }

    /** A subject that was never heard of before this change. */
    public static Subject discovered(SubjectChanged change) {
        return fresh(change.subject(), 1, KnownState.of(change));
    }

    /** A tombstone for a subject that was never heard of, so that its late changes are known to be late. */
    public static Subject tombstone(SubjectDeleted deletion) {
        return fresh(deletion.subject(), 1, KnownState.of(deletion));
    }

    /** The subject that an account is, from the first time that a resource in it was heard of. */
    public static Subject account(SubjectRef ref, Instant firstHeardAt) {
        return fresh(ref, 1, KnownState.ofAccount(firstHeardAt));
    }

    private static Subject fresh(SubjectRef ref, int incarnation, KnownState known) {
        return new Subject(ref, 0, incarnation, known, Assignment.NONE, JudgedBy.NOTHING, List.of(), List.of(),
                List.of(), null, null);
    }

    /** Whether this change says something that is not known yet; an older or an equal one does not. */
    public boolean learnsFrom(SubjectChanged change) {
        Position position = new Position(change.capturedAt(), change.stateId());
        boolean completes = position.equals(known.position()) && known.state() == null && !known.deleted()
                && change.state() != null;
        return completes || position.isAfter(known.position());
    }

    /** Whether this deletion is news: later than what is known, or at the same time as a state. */
    public boolean learnsFrom(SubjectDeleted deletion) {
        Position position = new Position(deletion.capturedAt(), deletion.stateId());
        return known.deleted() ? position.isAfter(known.position()) : !known.position().isAfter(position);
    }

    /** The subject with what the change says, not judged yet; after a deletion it is another incarnation. */
    public Subject learn(SubjectChanged change) {
        KnownState next = KnownState.of(change);
        if (known.deleted()) {
            return new Subject(change.subject(), revision, incarnation + 1, next, Assignment.NONE, JudgedBy.NOTHING,
                    List.of(), List.of(), pending, pendingSince, null);
        }
        boolean summary = change.state() == null;
        return new Subject(summary ? named(change.subject()) : change.subject(), revision, incarnation,
                summary ? next.withTags(known.tags()) : next, assignment, judgedBy, outcomes, gaps, pending,
                pendingSince, reassessAt);
    }

    /** A summary says nothing of name and tags; what was known of them still holds. */
    private SubjectRef named(SubjectRef change) {
        return change.name() != null ? change : ref;
    }

    /** The subject as deleted; its gaps are resolved by judging it. */
    public Subject learn(SubjectDeleted deletion) {
        return new Subject(ref, revision, incarnation, KnownState.of(deletion), assignment, judgedBy, outcomes, gaps,
                pending, pendingSince, null);
    }

    /** The subject with these outcomes and gaps, and the events that say what changed, added in order. */
    Subject with(Judgement judgement, List<Gap> nextGaps, List<PendingEvent> events, Instant now) {
        return new Subject(ref, revision, incarnation, known, judgement.assignment(), judgement.judgedBy(),
                judgement.outcomes(), nextGaps, appended(events), since(events, now), judgement.reassessAt());
    }

    Subject withGap(Gap gap, PendingEvent event, Instant now) {
        List<Gap> next = gaps.stream().map(each -> each.id().equals(gap.id()) ? gap : each).toList();
        return new Subject(ref, revision, incarnation, known, assignment, judgedBy, outcomes, next,
                appended(List.of(event)), since(List.of(event), now), reassessAt);
    }

    /** The subject with one more event to publish in the same write. */
    public Subject asking(PendingEvent event, Instant now) {
        return new Subject(ref, revision, incarnation, known, assignment, judgedBy, outcomes, gaps,
                appended(List.of(event)), since(List.of(event), now), reassessAt);
    }

    private List<PendingEvent> appended(List<PendingEvent> events) {
        if (events.isEmpty()) {
            return pending;
        }
        List<PendingEvent> all = new ArrayList<>(pending);
        all.addAll(events);
        return all;
    }

    private @Nullable Instant since(List<PendingEvent> events, Instant now) {
        return pendingSince != null || events.isEmpty() ? pendingSince : now;
    }

    /** One of its gaps by id. */
    public Optional<Gap> gap(String id) {
        return gaps.stream().filter(gap -> gap.id().equals(id)).findFirst();
    }

    /** Whether it is an account. */
    public boolean isAccount() {
        return ref.kind() == SubjectKind.ACCOUNT;
    }
}
