package dev.demarc.assessment.model;

import static dev.demarc.assessment.model.Given.NOON;
import static dev.demarc.assessment.model.Given.changed;
import static dev.demarc.assessment.model.Given.deleted;
import static dev.demarc.assessment.model.Given.failed;
import static dev.demarc.assessment.model.Given.judged;
import static dev.demarc.assessment.model.Given.passed;
import static dev.demarc.assessment.model.Given.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.event.GapChanged;
import dev.demarc.contracts.event.GapEvent;
import dev.demarc.contracts.event.GapOpened;
import dev.demarc.contracts.event.GapResolved;
import dev.demarc.contracts.gap.GapReason;
import dev.demarc.contracts.gap.GapState;
import dev.demarc.contracts.gap.Origin;
import dev.demarc.contracts.gap.ResolutionCause;
import dev.demarc.contracts.gap.Transition;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapLifeTest {

    private final Subject bucket = Subject.discovered(changed(NOON, 1));
    private final Subject withGap = judged(bucket, NOON, failed());

    private static List<GapEvent> events(Subject subject) {
        return subject.pending().stream().map(PendingEvent::event).filter(GapEvent.class::isInstance)
                .map(GapEvent.class::cast).toList();
    }

    private static GapEvent last(Subject subject) {
        return events(subject).getLast();
    }

    @Test
    void a_failed_check_opens_a_gap_that_is_due_by_its_severity() {
        assertThat(events(withGap)).singleElement().isInstanceOfSatisfying(GapOpened.class, opened -> {
            assertThat(opened.sequence()).isEqualTo(1);
            assertThat(opened.after().state()).isEqualTo(GapState.OPEN);
            assertThat(opened.after().dueAt()).isEqualTo(NOON.plus(Duration.ofDays(7)));
        });
    }

    @Test
    void a_passed_check_opens_nothing() {
        assertThat(judged(bucket, NOON, passed()).gaps()).isEmpty();
    }

    @Test
    void the_same_failure_again_tells_nothing() {
        assertThat(events(judged(withGap, NOON.plusSeconds(60), failed()))).hasSize(1);
    }

    @Test
    void other_offending_values_change_the_gap_visibly() {
        Subject after = judged(withGap, NOON, failed(Severity.HIGH, "Suspended"));

        assertThat(last(after)).isInstanceOfSatisfying(GapChanged.class, changed -> {
            assertThat(changed.transition()).isEqualTo(Transition.VALUES);
            assertThat(changed.sequence()).isEqualTo(2);
        });
    }

    @Test
    void a_higher_severity_brings_the_due_date_nearer() {
        Subject after = judged(withGap, NOON.plusSeconds(60), failed(Severity.CRITICAL, "Off"));

        assertThat(last(after)).isInstanceOfSatisfying(GapChanged.class, changed -> {
            assertThat(changed.transition()).isEqualTo(Transition.SEVERITY);
            assertThat(changed.after().dueAt()).isEqualTo(NOON.plusSeconds(60).plus(Duration.ofDays(1)));
        });
    }

    @Test
    void a_lower_severity_leaves_the_due_date() {
        Subject after = judged(withGap, NOON.plusSeconds(60), failed(Severity.LOW, "Off"));

        assertThat(last(after).after().dueAt()).isEqualTo(NOON.plus(Duration.ofDays(7)));
    }

    @Test
    void another_owner_is_told_as_such() {
        Assignment payments = new Assignment(List.of("shop"), "shop", "payments", "production");
        Subject after = judged(withGap, payments, Origin.CONTEXT, NOON, failed());

        assertThat(last(after)).isInstanceOfSatisfying(GapChanged.class, changed -> {
            assertThat(changed.transition()).isEqualTo(Transition.OWNER);
            assertThat(changed.before().ownerTeam()).isNull();
            assertThat(changed.after().ownerTeam()).isEqualTo("payments");
        });
    }

    @Test
    void a_pass_resolves_the_gap_as_fixed() {
        Subject after = judged(withGap, NOON, passed());

        assertThat(last(after)).isInstanceOfSatisfying(GapResolved.class,
                resolved -> assertThat(resolved.cause()).isEqualTo(ResolutionCause.FIXED));
    }

    @Test
    void unknown_never_resolves_a_failed_gap_but_marks_it_stale() {
        Subject after = judged(withGap, NOON, unknown());

        assertThat(last(after)).isInstanceOfSatisfying(GapChanged.class, changed -> {
            assertThat(changed.transition()).isEqualTo(Transition.STALE);
            assertThat(changed.after().state()).isEqualTo(GapState.OPEN);
            assertThat(changed.after().reason()).isEqualTo(GapReason.CHECK_FAILED);
            assertThat(changed.after().stale()).isTrue();
        });
    }

    @Test
    void a_stale_gap_that_fails_again_is_no_longer_stale() {
        Subject after = judged(judged(withGap, NOON, unknown()), NOON, failed());

        assertThat(last(after).after().stale()).isFalse();
        assertThat(last(after).sequence()).isEqualTo(3);
    }

    @Test
    void a_gap_that_opens_again_keeps_its_id_and_goes_on_in_its_sequence() {
        Subject after = judged(judged(withGap, NOON, passed()), NOON.plusSeconds(60), failed());

        assertThat(last(after)).isInstanceOfSatisfying(GapChanged.class, changed -> {
            assertThat(changed.transition()).isEqualTo(Transition.RE_OPENED);
            assertThat(changed.sequence()).isEqualTo(3);
            assertThat(changed.gap().id()).isEqualTo(withGap.gaps().getFirst().id());
            assertThat(changed.after().openedAt()).isEqualTo(NOON.plusSeconds(60));
        });
    }

    @Test
    void a_deleted_resource_resolves_its_gaps_and_says_so() {
        Subject after = judged(withGap.learn(deleted(NOON.plusSeconds(60), 2)), NOON.plusSeconds(60));

        assertThat(last(after)).isInstanceOfSatisfying(GapResolved.class,
                resolved -> assertThat(resolved.cause()).isEqualTo(ResolutionCause.RESOURCE_DELETED));
    }

    @Test
    void a_check_that_a_new_model_no_longer_has_resolves_its_gap_as_changed_by_the_model() {
        Judgement byVersion2 = new Judgement(new JudgedBy("aws/s3", 2, 2, 1, java.util.Map.of()), Assignment.NONE,
                List.of(), List.of(), null);
        Subject after = Given.JUDGING.judge(withGap, byVersion2, Origin.MODEL, NOON);

        assertThat(last(after)).isInstanceOfSatisfying(GapResolved.class,
                resolved -> assertThat(resolved.cause()).isEqualTo(ResolutionCause.MODEL_CHANGED));
    }

    @Test
    void the_event_id_is_the_gap_and_its_sequence() {
        assertThat(withGap.pending().getFirst().id()).isEqualTo(withGap.gaps().getFirst().id() + ".1");
    }

    @Test
    void events_that_nobody_has_published_yet_stay_in_order_and_keep_their_age() {
        Subject after = judged(withGap, NOON.plusSeconds(60), passed());

        assertThat(events(after)).extracting(GapEvent::sequence).containsExactly(1L, 2L);
        assertThat(after.pendingSince()).isEqualTo(NOON);
    }

    @Test
    void an_acknowledged_gap_stays_acknowledged_when_its_values_change() {
        Acknowledging.Answer answer = Acknowledging.acknowledge(withGap, withGap.gaps().getFirst().id(), "ana", "on it",
                NOON);

        assertThat(answer).isInstanceOfSatisfying(Acknowledging.Answer.Done.class, done -> {
            Subject after = judged(done.subject(), NOON, failed(Severity.HIGH, "Suspended"));
            assertThat(last(after).after().state()).isEqualTo(GapState.ACKNOWLEDGED);
            assertThat(last(after).after().acknowledgedBy()).isEqualTo("ana");
        });
    }

    @Test
    void a_resolved_gap_can_not_be_acknowledged() {
        Subject resolved = judged(withGap, NOON, passed());

        assertThat(Acknowledging.acknowledge(resolved, resolved.gaps().getFirst().id(), "ana", null, NOON))
                .isEqualTo(new Acknowledging.Answer.Refused(GapState.RESOLVED));
    }

    @Test
    void acknowledging_twice_is_no_second_transition() {
        String gap = withGap.gaps().getFirst().id();
        Acknowledging.Answer first = Acknowledging.acknowledge(withGap, gap, "ana", null, NOON);

        assertThat(first).isInstanceOfSatisfying(Acknowledging.Answer.Done.class,
                done -> assertThat(Acknowledging.acknowledge(done.subject(), gap, "ana", null, NOON))
                        .isInstanceOf(Acknowledging.Answer.Already.class));
    }

    @Test
    void a_gap_of_another_subject_is_not_found() {
        assertThat(Acknowledging.acknowledge(withGap, "g-none", "ana", null, NOON))
                .isInstanceOf(Acknowledging.Answer.NoSuchGap.class);
    }
}
