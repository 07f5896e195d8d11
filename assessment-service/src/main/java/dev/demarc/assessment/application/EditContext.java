package dev.demarc.assessment.application;

import dev.demarc.assessment.model.PendingEvent;
import dev.demarc.assessment.model.SubjectIds;
import dev.demarc.contracts.context.Account;
import dev.demarc.contracts.context.AccountPhase;
import dev.demarc.contracts.context.Team;
import dev.demarc.contracts.context.Workload;
import dev.demarc.contracts.event.ContextChanged;
import dev.demarc.contracts.subject.SubjectRef;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Edits teams, workloads and accounts: writes with the next revision, then publishes; {@link #sweep} serves who died between. */
public final class EditContext {

    private static final int SWEPT_AT_ONCE = 100;
    private static final int MOST_ROUNDS = 20;

    private final ContextStore store;
    private final Events events;
    private final Snapshots snapshots;
    private final Clock clock;

    /** Works on these ports. */
    public EditContext(ContextStore store, Events events, Snapshots snapshots, Clock clock) {
        this.store = store;
        this.events = events;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** What came of an edit. */
    public sealed interface Answer {
        /** Written and published. */
        record Written(ContextChanged edit, boolean created) implements Answer {}

        /** It is there with another revision than the editor has read; null: the editor named none. */
        record Stale(@Nullable Long given, long current) implements Answer {}

        /** It is not there. */
        record NotThere() implements Answer {}
    }

    /** Makes the edit of an item from revision and time. */
    private interface Edit {
        ContextChanged at(long revision, Instant now);
    }

    /** Writes a team; a revision is needed where it exists. */
    public Answer put(Team team, @Nullable Long readRevision) {
        return put("team", team.id(), readRevision,
                (revision, now) -> new ContextChanged(revision, "team", team.id(), team, null, null, now));
    }

    /** Writes a workload; a revision is needed where it exists. */
    public Answer put(Workload workload, @Nullable Long readRevision) {
        return put("workload", workload.id(), readRevision, (revision, now) -> new ContextChanged(revision, "workload",
                workload.id(), null, workload, null, now));
    }

    /** Writes an account; a revision is needed where it exists. */
    public Answer put(Account account, @Nullable Long readRevision) {
        return put("account", account.id(), readRevision, (revision, now) -> new ContextChanged(revision, "account",
                account.id(), null, null, account, now));
    }

    /** Deletes an item of a kind. */
    public Answer delete(String kind, String id, @Nullable Long readRevision) {
        ContextChanged current = store.find(kind, id).orElse(null);
        if (current == null || isDeleted(current)) {
            return new Answer.NotThere();
        }
        return put(kind, id, readRevision,
                (revision, now) -> new ContextChanged(revision, kind, id, null, null, null, now));
    }

    private Answer put(String kind, String id, @Nullable Long readRevision, Edit edit) {
        ContextChanged current = store.find(kind, id).orElse(null);
        boolean exists = current != null && !isDeleted(current);
        if (!exists && readRevision != null) {
            return new Answer.NotThere();
        }
        if (current != null && exists && (readRevision == null || current.revision() != readRevision)) {
            return new Answer.Stale(readRevision, current.revision());
        }
        ContextChanged next = edit.at(store.nextRevision(), now());
        if (!store.replace(next, current == null ? 0 : current.revision())) {
            long revision = store.find(kind, id).map(ContextChanged::revision).orElse(0L);
            return new Answer.Stale(readRevision, revision);
        }
        Publishing.nowOrLater(kind + ' ' + id, () -> publish(List.of(next)));
        return new Answer.Written(next, !exists);
    }

    /** Whether the edit says that the item is gone. */
    public static boolean isDeleted(ContextChanged edit) {
        return edit.team() == null && edit.workload() == null && edit.account() == null;
    }

    /** Notes accounts that were never heard of, and waits for nobody: they are in baseline until told otherwise. */
    public void heardOf(Collection<SubjectRef> subjects, Instant when) {
        List<ContextChanged> edits = new ArrayList<>();
        for (SubjectRef subject : subjects) {
            String id = SubjectIds.account(subject.provider(), subject.account());
            if (snapshots.context().account(id) == null && edits.stream().noneMatch(edit -> edit.id().equals(id))) {
                Account account = new Account(id, subject.provider(), subject.partition(), subject.account(), null,
                        null,
                        AccountPhase.BASELINE, when, null);
                ContextChanged edit = new ContextChanged(store.nextRevision(), "account", id, null, null, account,
                        now());
                store.replace(edit, 0);
                store.find("account", id).ifPresent(edits::add);
            }
        }
        if (!edits.isEmpty()) {
            publish(edits);
        }
    }

    /** Turns an account live as of this moment, unless it is already; unknown accounts stay unknown. */
    public void turnLive(String accountId, Instant since) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<ContextChanged> current = store.find("account", accountId);
            Account account = current.map(ContextChanged::account).orElse(null);
            if (account == null || account.phase() == AccountPhase.LIVE) {
                return;
            }
            Account live = new Account(account.id(), account.provider(), account.partition(), account.account(),
                    account.name(), account.ownerTeam(), AccountPhase.LIVE, account.firstHeardAt(), since);
            if (put(live, current.map(ContextChanged::revision).orElse(null)) instanceof Answer.Written) {
                return;
            }
        }
        throw new AssessSubjects.Contended(1);
    }

    /** Publishes edits whose writer died before it could. */
    public int sweep() {
        List<ContextChanged> left = store.unpublished(SWEPT_AT_ONCE);
        publish(left);
        return left.size();
    }

    private void publish(List<ContextChanged> edits) {
        events.publish(edits.stream().map(
                edit -> new PendingEvent(edit.kind() + '/' + edit.id() + '@' + edit.revision(), edit.at(), edit))
                .toList());
        edits.forEach(edit -> {
            store.published(edit);
            snapshots.context(context -> context.with(edit));
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
