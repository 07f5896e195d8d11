package dev.demarc.assessment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.demarc.assessment.GapTopic;
import dev.demarc.assessment.Items;
import dev.demarc.assessment.Running;
import dev.demarc.assessment.ingest.IngestContext;
import dev.demarc.assessment.ingest.aws.AwsConfigAdapter;
import dev.demarc.assessment.model.DueDates;
import dev.demarc.assessment.model.Judging;
import dev.demarc.assessment.model.PendingEvent;
import dev.demarc.assessment.model.Subject;
import dev.demarc.contracts.event.GapEvent;
import dev.demarc.contracts.event.SubjectChanged;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Writers on the store and the broker of the running service that die around their publishing. */
class DyingWriterIT {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Duration SECONDS = Duration.ofSeconds(10);

    private final Running service = Running.service();
    private final GapTopic topic = new GapTopic(service.brokers());
    private final SubjectStore store = service.bean(SubjectStore.class);

    @AfterEach
    void close() {
        topic.close();
    }

    private static final class Died extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    /** Judges a bucket without versioning as the service would, then dies where it would publish, or right after. */
    private Subject dies(String account, String name, Events lastAct) {
        SubjectChanged change = (SubjectChanged) new AwsConfigAdapter().read(
                Items.bucket(account, name, "Off", NOON, 1).getBytes(StandardCharsets.UTF_8),
                new IngestContext(Instant.now(), "aws-config")).events().getFirst();
        AssessSubjects writer = new AssessSubjects(store, events -> {
            lastAct.publish(events);
            throw new Died();
        }, service.bean(Snapshots.class),
                new SubjectFolding(new Judging(DueDates.STANDARD), new AccountAsks(), Clock.systemUTC()));

        assertThatThrownBy(() -> writer.process(List.of(new SubjectInput.Changed(0, change))))
                .isInstanceOf(Died.class);
        Subject left = stored(change.subject().id());
        assertThat(left.pending()).extracting(PendingEvent::event).anyMatch(GapEvent.class::isInstance);
        assertThat(left.pendingSince()).isNotNull();
        return left;
    }

    private Subject stored(String id) {
        return store.find(Set.of(id)).values().iterator().next();
    }

    private static List<String> gapEventIds(Subject subject) {
        return subject.pending().stream().filter(pending -> pending.event() instanceof GapEvent).map(PendingEvent::id)
                .toList();
    }

    private void awaitSwept(Subject left) {
        await().atMost(SECONDS).untilAsserted(() -> assertThat(stored(left.ref().id()).pending()).isEmpty());
        assertThat(stored(left.ref().id())).usingRecursiveComparison().ignoringFields("pending", "pendingSince")
                .isEqualTo(left);
        assertThat(stored(left.ref().id()).pendingSince()).isNull();
    }

    @Test
    void what_a_writer_left_behind_that_died_before_its_publishing_is_published_once_without_any_new_change() {
        Subject left = dies("100000000071", "left-behind", events -> {
        });

        awaitSwept(left);

        await().atMost(SECONDS).untilAsserted(
                () -> assertThat(topic.idsOf("arn:aws:s3:::left-behind")).isEqualTo(gapEventIds(left)));
        assertThat(topic.of("arn:aws:s3:::left-behind")).allSatisfy(event -> assertThat(gapEventIds(left))
                .contains(event.gap().id() + ".1"))
                .anySatisfy(event -> assertThat(event.gap().check()).isEqualTo("s3-versioning"));
    }

    @Test
    void what_a_writer_had_published_that_died_right_after_it_comes_again_under_the_same_ids_and_counts_once() {
        Subject left = dies("100000000072", "told-twice", service.bean(Events.class));
        assertThat(gapEventIds(left)).hasSize(2);

        awaitSwept(left);

        List<String> ids = gapEventIds(left);
        await().atMost(SECONDS).untilAsserted(() -> assertThat(topic.idsOf("arn:aws:s3:::told-twice"))
                .containsExactly(ids.get(0), ids.get(1), ids.get(0), ids.get(1)));
        GapViewStore views = service.bean(GapViewStore.class);
        List<String> gaps = topic.of("arn:aws:s3:::told-twice").stream().map(event -> event.gap().id()).distinct()
                .toList();
        await().atMost(SECONDS).untilAsserted(() -> assertThat(views.find(gaps)).hasSize(2)
                .allSatisfy(view -> assertThat(view.sequence()).isEqualTo(1)));
    }
}
