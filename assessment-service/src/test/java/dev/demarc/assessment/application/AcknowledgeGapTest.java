package dev.demarc.assessment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.assessment.application.AcknowledgeGap.Answer;
import dev.demarc.assessment.application.AcknowledgeGap.Asked;
import dev.demarc.assessment.model.DueDates;
import dev.demarc.assessment.model.Gap;
import dev.demarc.assessment.model.Judging;
import dev.demarc.assessment.model.PendingEvent;
import dev.demarc.assessment.model.Subject;
import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.event.SubjectChanged;
import dev.demarc.contracts.gap.GapDescription;
import dev.demarc.contracts.gap.GapState;
import dev.demarc.contracts.gap.GapStatus;
import dev.demarc.contracts.subject.SubjectRef;
import dev.demarc.platform.runtime.Unavailable;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AcknowledgeGapTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final Map<String, Subject> subjects = new HashMap<>();
    private final List<PendingEvent> published = new ArrayList<>();
    private final Set<String> lostOnce = new HashSet<>();
    private @Nullable Unavailable storeAway;
    private @Nullable Unavailable brokerAway;
    private int writes;

    private final SubjectStore store = (SubjectStore) Proxy.newProxyInstance(getClass().getClassLoader(),
            new Class<?>[]{SubjectStore.class}, (proxy, method, arguments) -> switch (method.getName()) {
                case "withGaps" -> withGaps((Collection<?>) arguments[0]);
                case "replace" -> replace((Collection<?>) arguments[0]);
                case "withGap" -> withGaps(List.of(arguments[0])).stream().findFirst();
                case "published" -> null;
                default -> throw new UnsupportedOperationException(method.getName());
            });
    private final AcknowledgeGap acknowledge = new AcknowledgeGap(store,
            new AssessSubjects(store, this::publish, new Snapshots(), new SubjectFolding(
                    new Judging(DueDates.STANDARD), new AccountAsks(), Clock.systemUTC())),
            Clock.fixed(NOON, ZoneOffset.UTC));

    private List<Subject> withGaps(Collection<?> ids) {
        return subjects.values().stream().filter(subject -> subject.gaps().stream().anyMatch(
                gap -> ids.contains(gap.id()))).toList();
    }

    private Set<String> replace(Collection<?> written) {
        writes++;
        if (storeAway != null) {
            throw storeAway;
        }
        Set<String> lost = new HashSet<>();
        for (Object each : written) {
            Subject subject = (Subject) each;
            if (lostOnce.remove(subject.ref().id())) {
                lost.add(subject.ref().id());
            } else {
                subjects.put(subject.ref().id(), subject);
            }
        }
        return lost;
    }

    private void publish(List<PendingEvent> events) {
        if (brokerAway != null) {
            throw brokerAway;
        }
        published.addAll(events);
    }

    private void subject(String id, GapState state, String... gaps) {
        SubjectRef example = GapHistory.description("g").subject();
        SubjectRef ref = new SubjectRef(id, example.kind(), "aws", "aws", "111122223333", "eu-west-1",
                example.type(), id, id);
        Subject fresh = Subject.discovered(new SubjectChanged(ref, NOON, 1, NOON, "aws-config", null, Map.of(), null,
                "it was too large"));
        GapStatus status = GapHistory.status(state, Severity.HIGH, "payments", NOON);
        subjects.put(id, new Subject(ref, 1, 1, fresh.known(), fresh.assignment(), fresh.judgedBy(), List.of(),
                List.of(gaps).stream().map(gap -> new Gap(description(gap, ref), status, 3)).toList(), List.of(), null,
                null));
    }

    private static GapDescription description(String gap, SubjectRef subject) {
        GapDescription like = GapHistory.description(gap);
        return new GapDescription(gap, subject, 1, like.control(), like.controlTitle(), like.ownership(), like.check(),
                like.title(), like.expected(), like.remediation(), like.serviceModel(), 1, Map.of());
    }

    private static List<Asked> asked(String... gaps) {
        return List.of(gaps).stream().map(gap -> new Asked(gap, 3L)).toList();
    }

    @Test
    void the_gaps_of_several_subjects_are_written_at_once_and_told_one_by_one() {
        subject("r-1", GapState.OPEN, "g-1", "g-2");
        subject("r-2", GapState.OPEN, "g-3");

        List<Answer> answers = acknowledge.acknowledgeEach(asked("g-3", "g-1", "g-2"), "ann", "soon");

        assertThat(answers).allSatisfy(answer -> assertThat(((Answer.Stands) answer).gap().sequence()).isEqualTo(4));
        assertThat(published).extracting(PendingEvent::id).containsExactlyInAnyOrder("g-1.4", "g-2.4", "g-3.4");
        assertThat(writes).isEqualTo(1);
    }

    @Test
    void a_subject_that_somebody_else_wrote_in_between_is_decided_again_and_the_others_stand() {
        subject("r-1", GapState.OPEN, "g-1");
        subject("r-2", GapState.OPEN, "g-2");
        lostOnce.add("r-2");

        assertThat(acknowledge.acknowledgeEach(asked("g-1", "g-2"), "ann", null))
                .allMatch(Answer.Stands.class::isInstance);
        assertThat(published).extracting(PendingEvent::id).containsExactly("g-1.4", "g-2.4");
    }

    @Test
    void a_store_that_is_away_fails_just_those_gaps_that_had_to_be_written() {
        subject("r-1", GapState.OPEN, "g-1");
        subject("r-2", GapState.ACKNOWLEDGED, "g-2");
        subject("r-3", GapState.RESOLVED, "g-3");
        storeAway = new Unavailable("the store is away", null);

        assertThat(acknowledge.acknowledgeEach(asked("g-1", "g-2", "g-3", "g-4"), "ann", null)).satisfiesExactly(
                first -> assertThat(first).isInstanceOf(Answer.Away.class),
                second -> assertThat(second).isInstanceOf(Answer.Stands.class),
                third -> assertThat(third).isEqualTo(new Answer.Refused(GapState.RESOLVED)),
                fourth -> assertThat(fourth).isInstanceOf(Answer.NoSuchGap.class));
        assertThatThrownBy(() -> acknowledge.acknowledge("g-1", 3L, "ann", null)).isSameAs(storeAway);
    }

    @Test
    void what_the_broker_does_not_take_now_is_decided_all_the_same() {
        subject("r-1", GapState.OPEN, "g-1");
        brokerAway = new Unavailable("the broker is away", null);

        assertThat(acknowledge.acknowledgeEach(asked("g-1"), "ann", null)).singleElement()
                .isInstanceOf(Answer.Stands.class);
        assertThat(store.withGap("g-1").orElseThrow().gaps().getFirst().status().state())
                .isEqualTo(GapState.ACKNOWLEDGED);
    }

    @Test
    void another_sequence_than_that_which_was_read_changes_nothing() {
        subject("r-1", GapState.OPEN, "g-1");

        assertThat(acknowledge.acknowledgeEach(List.of(new Asked("g-1", 2L)), "ann", null))
                .containsExactly(new Answer.Stale(2L, 3));
        assertThat(writes).isZero();
    }
}
