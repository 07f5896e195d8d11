package dev.demarc.assessment.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.assessment.application.AccountAsks;
import dev.demarc.assessment.application.AskReaders;
import dev.demarc.assessment.application.AssessSubjects;
import dev.demarc.assessment.application.Models;
import dev.demarc.assessment.application.RunStore;
import dev.demarc.assessment.application.Snapshots;
import dev.demarc.assessment.application.SubjectFolding;
import dev.demarc.assessment.application.SubjectStore;
import dev.demarc.assessment.model.DueDates;
import dev.demarc.assessment.model.Judging;
import dev.demarc.assessment.model.Subject;
import dev.demarc.contracts.ContractJson;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.ReassessmentAsked;
import dev.demarc.contracts.event.SubjectChanged;
import dev.demarc.contracts.gap.Origin;
import dev.demarc.contracts.subject.SubjectKind;
import dev.demarc.contracts.subject.SubjectRef;
import dev.demarc.contracts.subject.SubjectState;
import dev.demarc.platform.events.PoisonAt;
import dev.demarc.platform.events.Received;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One subject is known, and judging it fails; all others are unknown, and there is nothing to judge. */
class ReassessHandlerTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final List<String> counted = new ArrayList<>();
    private final Snapshots snapshots = new Snapshots();
    private final SubjectStore subjects = (SubjectStore) Proxy.newProxyInstance(getClass().getClassLoader(),
            new Class<?>[]{SubjectStore.class}, (proxy, method, arguments) -> {
                if (!method.getName().equals("find")) {
                    throw new UnsupportedOperationException(method.getName());
                }
                return ((Collection<?>) arguments[0]).contains("r-bad") ? Map.of("r-bad", bad()) : Map.of();
            });
    private final RunStore runs = (RunStore) Proxy.newProxyInstance(getClass().getClassLoader(),
            new Class<?>[]{RunStore.class}, (proxy, method, arguments) -> {
                if (!method.getName().equals("addJudged")) {
                    throw new UnsupportedOperationException(method.getName());
                }
                counted.add(arguments[0] + "/" + arguments[1] + ' ' + arguments[2]);
                return null;
            });
    private final ReassessHandler handler = new ReassessHandler(
            new AssessSubjects(subjects, events -> {
            }, snapshots, new SubjectFolding(new Judging(DueDates.STANDARD), new AccountAsks(), broken())),
            new AskReaders(subjects, events -> {
            }, snapshots, Clock.systemUTC()), runs);

    ReassessHandlerTest() {
        snapshots.models(new Models(1, Map.of()));
    }

    private static Clock broken() {
        InstantSource nothing = () -> {
            throw new IllegalStateException("this one cannot be judged");
        };
        return nothing.withZone(ZoneOffset.UTC);
    }

    private static Subject bad() {
        return Subject.discovered(new SubjectChanged(new SubjectRef("r-bad", SubjectKind.RESOURCE, "aws", "aws",
                "111122223333", "eu-west-1", "AWS::S3::Bucket", "arn:aws:s3:::bad", "bad"), NOON, 1, NOON,
                "aws-config", null, Map.of(), new SubjectState(Map.of(), Map.of(), List.of()), null));
    }

    private static Received ask(int index, int partition, long offset, String subject, @Nullable String run) {
        ReassessmentAsked ask = new ReassessmentAsked(subject, Origin.MODEL, null, run, 0, 1, NOON);
        EventType type = EventType.of(ask);
        return new Received(index, type.topic().topicName(), partition, offset, subject,
                Map.of("ce_specversion", "1.0", "ce_id", "e-" + offset, "ce_source", "/test", "ce_type", type.type(),
                        "ce_time", NOON.toString()),
                ContractJson.mapper().writeValueAsBytes(ask));
    }

    @Test
    void what_was_judged_is_counted_by_run_and_partition_with_its_offsets() throws PoisonAt {
        handler.handle(List.of(ask(0, 0, 10, "r-1", "run-1"), ask(1, 0, 11, "r-2", null),
                ask(2, 0, 12, "r-3", "run-1"), ask(3, 1, 4, "r-4", "run-1"), ask(4, 0, 13, "r-5", "run-2")));

        assertThat(counted).containsExactlyInAnyOrder("run-1/0 [10, 12]", "run-1/1 [4]", "run-2/0 [13]");
    }

    @Test
    void what_cannot_be_judged_is_counted_with_what_stands_before_it_and_nothing_after_it() {
        assertThatThrownBy(() -> handler.handle(List.of(ask(0, 0, 10, "r-1", "run-1"),
                ask(1, 0, 11, "r-bad", "run-1"), ask(2, 0, 12, "r-2", "run-1"), ask(3, 0, 13, "r-bad", "run-1"))))
                .isInstanceOfSatisfying(PoisonAt.class, poison -> assertThat(poison.index()).isEqualTo(1));

        assertThat(counted).containsExactly("run-1/0 [10, 11]");
    }
}
