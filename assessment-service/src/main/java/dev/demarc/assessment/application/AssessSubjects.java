package dev.demarc.assessment.application;

import dev.demarc.assessment.model.AccountFacts;
import dev.demarc.assessment.model.PendingEvent;
import dev.demarc.assessment.model.Subject;
import dev.demarc.platform.runtime.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Folds a batch into the subjects that it is about: read, decide, replace by revision, publish, take off what was
 * published. Who loses the race for a subject starts again from the read. Whatever was pending is published too, also
 * where a change turns out to be old news.
 */
public final class AssessSubjects {

    private static final int MOST_ROUNDS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SubjectStore store;
    private final Events events;
    private final Snapshots snapshots;
    private final SubjectFolding folding;

    /** Works on these ports. */
    public AssessSubjects(SubjectStore store, Events events, Snapshots snapshots, SubjectFolding folding) {
        this.store = store;
        this.events = events;
        this.snapshots = snapshots;
        this.folding = folding;
    }

    /** What became of a batch: how many inputs were old news, and which could not be judged, by their index. */
    public record Report(int ignored, Map<Integer, RuntimeException> poison) {}

    /** Thrown where writers keep each other from writing for too long; try again later. */
    public static final class Contended extends Unavailable {
        Contended(int subjects) {
            super("after " + MOST_ROUNDS + " rounds " + subjects + " subjects are still being written by others", null);
        }
    }

    /** Processes the batch; when it returns, all is written and the broker has the events. */
    public Report process(List<? extends SubjectInput> inputs) {
        Map<String, List<SubjectInput>> bySubject = new LinkedHashMap<>();
        inputs.forEach(input -> bySubject.computeIfAbsent(input.subject(), key -> new ArrayList<>()).add(input));
        Map<Integer, RuntimeException> poison = new HashMap<>();
        int ignored = 0;
        Set<String> open = bySubject.keySet();
        for (int round = 0; !open.isEmpty(); round++) {
            if (round == MOST_ROUNDS) {
                throw new Contended(open.size());
            }
            Round result = round(open, bySubject, poison);
            ignored += result.ignored;
            open = result.lost;
        }
        return new Report(ignored, poison);
    }

    private record Round(Set<String> lost, int ignored) {}

    private Round round(Set<String> open, Map<String, List<SubjectInput>> bySubject,
            Map<Integer, RuntimeException> poison) {
        Map<String, Subject> found = store.find(open);
        Snapshots.View view = view(found.values(), open, bySubject);
        Related related = related(open, bySubject, found, view.models());
        List<Subject> toWrite = new ArrayList<>();
        List<Subject> toPublish = new ArrayList<>();
        int ignored = 0;
        for (String id : open) {
            List<SubjectInput> inputs = bySubject.getOrDefault(id, List.of());
            SubjectFolding.Folded folded = folding.fold(id, found.get(id), inputs, view, related, poison);
            ignored += folded.ignored();
            Subject subject = folded.subject();
            if (subject != null && folded.changed()) {
                toWrite.add(subject);
            } else if (subject != null && !subject.pending().isEmpty()) {
                toPublish.add(subject);
            }
        }
        Set<String> lost = write(toWrite);
        toWrite.stream().filter(subject -> !lost.contains(subject.ref().id())).forEach(toPublish::add);
        publish(toPublish);
        return new Round(lost, lost.isEmpty() ? ignored : 0);
    }

    private Set<String> write(List<Subject> subjects) {
        if (subjects.isEmpty()) {
            return Set.of();
        }
        boolean all = false;
        try {
            Set<String> lost = store.replace(subjects);
            all = lost.isEmpty();
            return lost;
        } finally {
            if (!all) {
                folding.forgetAsks();
            }
        }
    }

    private Snapshots.View view(Collection<Subject> found, Set<String> open,
            Map<String, List<SubjectInput>> bySubject) {
        long catalog = 0;
        long context = 0;
        for (Subject subject : found) {
            catalog = Math.max(catalog, subject.judgedBy().catalogRevision());
            context = Math.max(context, subject.judgedBy().contextRevision());
        }
        for (String id : open) {
            for (SubjectInput input : bySubject.getOrDefault(id, List.of())) {
                if (input instanceof SubjectInput.Asked asked) {
                    catalog = Math.max(catalog, asked.ask().catalogRevision());
                    context = Math.max(context, asked.ask().contextRevision());
                }
            }
        }
        return snapshots.atLeast(catalog, context, PATIENCE);
    }

    private Related related(Set<String> open, Map<String, List<SubjectInput>> bySubject, Map<String, Subject> found,
            Models models) {
        Set<String> accounts = new HashSet<>();
        Set<String> types = new HashSet<>();
        Map<String, AccountFacts> facts = new HashMap<>();
        for (String id : open) {
            SubjectFolding.Target target = folding.target(id, found.get(id), bySubject.getOrDefault(id, List.of()));
            Set<String> reads = target == null ? Set.of() : models.readBy(target.type());
            if (target != null && !reads.isEmpty()) {
                accounts.add(target.account());
                types.addAll(reads);
            }
            if (target != null && target.isAccount()) {
                facts.put(id, store.facts(target.provider(), target.account()));
            }
        }
        List<Subject> singletons = types.isEmpty() ? List.of() : store.singletons(accounts, types);
        return new Related(singletons, facts);
    }

    /** Publishes what these subjects have pending, and takes it off. */
    public void publish(List<Subject> subjects) {
        List<Subject> withEvents = subjects.stream().filter(subject -> !subject.pending().isEmpty()).toList();
        if (withEvents.isEmpty()) {
            return;
        }
        List<PendingEvent> all = withEvents.stream().flatMap(subject -> subject.pending().stream()).toList();
        events.publish(all);
        store.published(withEvents);
    }

    /** The related documents and account facts of one round. */
    static final class Related {

        private final Map<String, Subject> byAccountAndType = new HashMap<>();
        private final Map<String, AccountFacts> facts;

        Related(List<Subject> singletons, Map<String, AccountFacts> facts) {
            singletons.forEach(each -> byAccountAndType.put(key(each.ref().account(), each.ref().type()), each));
            this.facts = facts;
        }

        private static String key(String account, String type) {
            return account + '|' + type;
        }

        @Nullable
        Subject sameAccount(String account, String type) {
            return byAccountAndType.get(key(account, type));
        }

        AccountFacts factsOf(String id) {
            return facts.getOrDefault(id, AccountFacts.NONE);
        }
    }
}
