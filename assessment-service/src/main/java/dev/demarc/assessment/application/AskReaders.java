package dev.demarc.assessment.application;

import dev.demarc.assessment.model.PendingEvent;
import dev.demarc.contracts.event.ReassessmentAsked;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** Asks for all subjects of an account whose checks read a document that has changed. */
public final class AskReaders {

    private static final int PAGE = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SubjectStore subjects;
    private final Events events;
    private final Snapshots snapshots;
    private final Clock clock;

    /** Works on these ports. */
    public AskReaders(SubjectStore subjects, Events events, Snapshots snapshots, Clock clock) {
        this.subjects = subjects;
        this.events = events;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** Asks for each; asking twice does no harm. The account itself reads too. */
    public void ask(ReassessmentAsked request) {
        String type = request.readersOf();
        if (type == null) {
            throw new IllegalArgumentException("asks for no readers: " + request);
        }
        Snapshots.View view = snapshots.atLeast(request.catalogRevision(), request.contextRevision(), PATIENCE);
        Set<String> readers = view.models().readersOf(type);
        String account = request.subject().substring(request.subject().indexOf('-', 2) + 1);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<SubjectLine> page = List.of();
        do {
            String after = page.isEmpty() ? null : page.getLast().ref().id();
            page = readers.isEmpty() ? List.of() : subjects.page(readers, account, after, PAGE);
            events.publish(page.stream().map(line -> ask(line.ref().id(), request, now)).toList());
        } while (page.size() == PAGE);
    }

    private static PendingEvent ask(String subject, ReassessmentAsked request, Instant now) {
        return new PendingEvent(subject + ".readers." + now.toEpochMilli(), now,
                new ReassessmentAsked(subject, request.origin(), null, request.run(), request.contextRevision(),
                        request.catalogRevision(), now));
    }
}
