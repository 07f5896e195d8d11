package dev.demarc.assessment.application;

import dev.demarc.assessment.model.Judgement;
import dev.demarc.assessment.model.Judging;
import dev.demarc.assessment.model.PendingEvent;
import dev.demarc.assessment.model.Subject;
import dev.demarc.assessment.model.SubjectIds;
import dev.demarc.contracts.context.Account;
import dev.demarc.contracts.event.ReassessmentAsked;
import dev.demarc.contracts.event.SubjectChanged;
import dev.demarc.contracts.event.SubjectDeleted;
import dev.demarc.contracts.gap.Origin;
import dev.demarc.contracts.subject.SubjectKind;
import dev.demarc.contracts.subject.SubjectRef;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Folds the inputs of one subject into it, one by one, judging after each. */
public final class SubjectFolding {

    private final Judging judging;
    private final AccountAsks accountAsks;
    private final Clock clock;

    /** Judges by these rules, at this clock's time. */
    public SubjectFolding(Judging judging, AccountAsks accountAsks, Clock clock) {
        this.judging = judging;
        this.accountAsks = accountAsks;
        this.clock = clock;
    }

    /** What is known of a subject before it is folded, from the store or from its first input. */
    record Target(SubjectKind kind, String provider, String account, String type) {

        static Target of(SubjectRef ref) {
            return new Target(ref.kind(), ref.provider(), ref.account(), ref.type());
        }

        boolean isAccount() {
            return kind == SubjectKind.ACCOUNT;
        }
    }

    /** The subject after the fold (null: there is none), whether it is to be written, how many inputs were old news. */
    record Folded(@Nullable Subject subject, boolean changed, int ignored) {}

    /** Asks that were decided but perhaps not written may be asked again. */
    void forgetAsks() {
        accountAsks.forget();
    }

    @Nullable
    Target target(String id, @Nullable Subject found, List<SubjectInput> inputs) {
        if (found != null) {
            return Target.of(found.ref());
        }
        for (SubjectInput input : inputs) {
            switch (input) {
                case SubjectInput.Changed changed -> {
                    return Target.of(changed.change().subject());
                }
                case SubjectInput.Deleted deleted -> {
                    return Target.of(deleted.deletion().subject());
                }
                case SubjectInput.Asked asked -> {
                    // says nothing of the subject but its id
                }
            }
        }
        return id.startsWith("a-") ? Target.of(accountRef(id)) : null;
    }

    @SuppressWarnings("ReferenceEquality") // a step that learns nothing returns the very subject that it was given
    Folded fold(String id, @Nullable Subject found, List<SubjectInput> inputs, Snapshots.View view,
            AssessSubjects.Related related, Map<Integer, RuntimeException> poison) {
        @Nullable
        Subject subject = found;
        int ignored = 0;
        for (SubjectInput input : inputs) {
            if (poison.containsKey(input.index())) {
                continue;
            }
            try {
                @Nullable
                Subject next = step(id, subject, input, view, related);
                ignored += next == subject ? 1 : 0;
                subject = next;
            } catch (RuntimeException e) {
                poison.put(input.index(), e);
            }
        }
        return new Folded(subject, subject != found, ignored);
    }

    private @Nullable Subject step(String id, @Nullable Subject subject, SubjectInput input, Snapshots.View view,
            AssessSubjects.Related related) {
        return switch (input) {
            case SubjectInput.Changed changed -> changed(subject, changed.change(), view, related);
            case SubjectInput.Deleted deleted -> deleted(subject, deleted.deletion(), view, related);
            case SubjectInput.Asked asked -> asked(id, subject, asked.ask(), view, related);
        };
    }

    private @Nullable Subject changed(@Nullable Subject subject, SubjectChanged change, Snapshots.View view,
            AssessSubjects.Related related) {
        if (subject != null && !subject.learnsFrom(change)) {
            return subject;
        }
        boolean isNew = subject == null || subject.known().deleted();
        Subject learned = subject == null ? Subject.discovered(change) : subject.learn(change);
        Origin origin = origin(learned, change.receivedAt(), Origin.LIVE, view);
        Subject judged = judge(learned, origin, view, related);
        return withAsks(subject, judged, isNew, view);
    }

    private @Nullable Subject deleted(@Nullable Subject subject, SubjectDeleted deletion, Snapshots.View view,
            AssessSubjects.Related related) {
        if (subject == null) {
            return Subject.tombstone(deletion);
        }
        if (!subject.learnsFrom(deletion)) {
            return subject;
        }
        Subject learned = subject.learn(deletion);
        Subject judged = judge(learned, origin(learned, deletion.receivedAt(), Origin.LIVE, view), view, related);
        return withAsks(subject, judged, false, view);
    }

    private @Nullable Subject asked(String id, @Nullable Subject subject, ReassessmentAsked ask, Snapshots.View view,
            AssessSubjects.Related related) {
        @Nullable
        Subject known = subject;
        if (known == null) {
            Account account = view.context().account(id);
            if (account == null) {
                return null;
            }
            known = Subject.account(accountRef(id), account.firstHeardAt());
        }
        if (known.known().deleted()) {
            return subject;
        }
        Subject judged = judge(known, origin(known, Instant.MAX, ask.origin(), view), view, related);
        if (subject != null && Judging.changesNothing(subject, judged)) {
            return subject;
        }
        return withAsks(subject, judged, false, view);
    }

    private Subject judge(Subject subject, Origin origin, Snapshots.View view, AssessSubjects.Related related) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Judgement judgement = Engine.judge(subject,
                new Engine.Inputs(view.models(), view.context(),
                        type -> related.sameAccount(subject.ref().account(), type), related.factsOf(subject.ref().id()),
                        now));
        return judging.judge(subject, judgement, origin, now);
    }

    /** What was received before the account's first complete inventory is baseline, whatever asked for the judgement. */
    private static Origin origin(Subject subject, Instant receivedAt, Origin otherwise, Snapshots.View view) {
        Account account = view.context()
                .account(SubjectIds.account(subject.ref().provider(), subject.ref().account()));
        boolean baseline = account == null || account.liveSince() == null
                || !receivedAt.isAfter(account.liveSince());
        return baseline ? Origin.BASELINE : otherwise;
    }

    private Subject withAsks(@Nullable Subject before, Subject after, boolean isNew, Snapshots.View view) {
        Subject subject = after;
        boolean stateChanged = before == null || !before.known().equals(after.known());
        if (stateChanged && !view.models().readersOf(after.ref().type()).isEmpty()) {
            subject = ask(subject, after.ref().type(), view);
        }
        if (!subject.isAccount() && accountAsks.concerns(before, after, isNew, view.models())) {
            subject = ask(subject, null, view);
        }
        return subject;
    }

    private Subject ask(Subject subject, @Nullable String readersOf, Snapshots.View view) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String account = SubjectIds.account(subject.ref().provider(), subject.ref().account());
        String id = subject.ref().id() + ".r" + (subject.revision() + 1) + '.' + subject.pending().size();
        return subject.asking(new PendingEvent(id, now, new ReassessmentAsked(account, Origin.LIVE, readersOf, null,
                view.context().revision(), view.models().revision(), now)), now);
    }

    /** The account as a subject; its id carries provider and account. */
    private static SubjectRef accountRef(String id) {
        int split = id.indexOf('-', 2);
        String provider = id.substring(2, split);
        String account = id.substring(split + 1);
        return new SubjectRef(id, SubjectKind.ACCOUNT, provider, provider, account, null, SubjectIds.AWS_ACCOUNT_TYPE,
                account, null);
    }
}
