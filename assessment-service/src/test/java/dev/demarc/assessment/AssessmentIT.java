package dev.demarc.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.demarc.assessment.application.EditContext;
import dev.demarc.contracts.context.Selector;
import dev.demarc.contracts.context.Team;
import dev.demarc.contracts.context.Workload;
import dev.demarc.contracts.event.GapChanged;
import dev.demarc.contracts.event.GapEvent;
import dev.demarc.contracts.event.GapOpened;
import dev.demarc.contracts.event.GapResolved;
import dev.demarc.contracts.gap.GapReason;
import dev.demarc.contracts.gap.Origin;
import dev.demarc.contracts.gap.ResolutionCause;
import dev.demarc.contracts.gap.Transition;
import dev.demarc.platform.security.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

class AssessmentIT {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final Running service = Running.service();
    private GapTopic topic = new GapTopic(service.brokers());

    @BeforeEach
    void patience() {
        topic.close();
        topic = new GapTopic(service.brokers());
    }

    @AfterEach
    void close() {
        topic.close();
    }

    private void ingest(String... items) {
        service.as(Role.INGESTER).post().uri("/api/ingest/aws").contentType(MediaType.APPLICATION_JSON)
                .bodyValue("[" + String.join(",", items) + "]").exchange().expectStatus().isAccepted().expectBody()
                .jsonPath("$.accepted").isEqualTo(items.length);
    }

    private List<GapEvent> awaitEvents(String nativeId, int count) {
        await().atMost(Duration.ofSeconds(30)).until(() -> topic.of(nativeId).size() >= count);
        return topic.of(nativeId);
    }

    private static <T extends GapEvent> List<T> only(List<GapEvent> events, Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Test
    void a_bucket_without_versioning_opens_a_gap_and_turning_it_on_resolves_it() {
        ingest(Items.publicAccessBlock("100000000001", true, NOON, 1));
        ingest(Items.bucket("100000000001", "one", "Off", NOON, 1));
        String arn = "arn:aws:s3:::one";
        List<GapEvent> opened = awaitEvents(arn, 1);
        assertThat(opened).extracting(event -> event.gap().check()).contains("s3-versioning");

        ingest(Items.bucket("100000000001", "one", "Enabled", NOON.plusSeconds(60), 2));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(
                () -> assertThat(only(topic.of(arn), GapResolved.class)).anySatisfy(resolved -> {
                    assertThat(resolved.gap().check()).isEqualTo("s3-versioning");
                    assertThat(resolved.cause()).isEqualTo(ResolutionCause.FIXED);
                    assertThat(resolved.sequence()).isEqualTo(2);
                }));
    }

    @Test
    void a_related_document_that_was_never_seen_is_unknown_and_one_that_changes_is_judged_again() {
        ingest(Items.bucket("100000000002", "two", "Enabled", NOON, 1));
        String arn = "arn:aws:s3:::two";
        assertThat(awaitEvents(arn, 1)).first().isInstanceOfSatisfying(GapOpened.class, opened -> {
            assertThat(opened.gap().check()).isEqualTo("s3-not-public");
            assertThat(opened.after().reason()).isEqualTo(GapReason.CONFIGURATION_MISSING);
        });

        ingest(Items.publicAccessBlock("100000000002", false, NOON, 1));
        assertThat(awaitEvents(arn, 2).get(1)).isInstanceOfSatisfying(GapChanged.class,
                changed -> assertThat(changed.after().reason()).isEqualTo(GapReason.CHECK_FAILED));

        ingest(Items.publicAccessBlock("100000000002", true, NOON.plusSeconds(60), 2));
        assertThat(awaitEvents(arn, 3).get(2)).isInstanceOf(GapResolved.class);
    }

    @Test
    void a_deleted_bucket_resolves_its_gaps_as_deleted_and_a_late_change_does_not_bring_it_back() {
        ingest(Items.publicAccessBlock("100000000003", true, NOON, 1));
        ingest(Items.bucket("100000000003", "three", "Off", NOON, 1),
                Items.deletedBucket("100000000003", "three", NOON.plusSeconds(60), 2),
                Items.bucket("100000000003", "three", "Off", NOON.plusSeconds(30), 3),
                Items.bucket("100000000003", "three", "Off", NOON.plusSeconds(90), 4));

        List<GapEvent> events = awaitEvents("arn:aws:s3:::three", 3).stream()
                .filter(event -> "s3-versioning".equals(event.gap().check())).toList();
        assertThat(events).extracting(event -> event.getClass().getSimpleName()).containsExactly("GapOpened",
                "GapResolved", "GapOpened");
        assertThat(only(events, GapResolved.class).getFirst().cause()).isEqualTo(ResolutionCause.RESOURCE_DELETED);
        assertThat(events.get(2).gap().incarnation()).isEqualTo(2);
    }

    @Test
    void a_type_without_a_model_is_a_gap_of_the_account_once_for_the_type() {
        ingest(Items.job("100000000004", "a", NOON), Items.job("100000000004", "b", NOON));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(
                () -> assertThat(topic.of("100000000004")).anySatisfy(
                        event -> assertThat(event.after().reason()).isEqualTo(GapReason.SERVICE_NOT_MODELLED)));
        assertThat(topic.of("100000000004").stream()
                .filter(event -> event.after().reason() == GapReason.SERVICE_NOT_MODELLED)).hasSize(1);
    }

    @Test
    void an_account_is_in_baseline_until_it_is_turned_live() {
        ingest(Items.publicAccessBlock("100000000005", true, NOON, 1));
        ingest(Items.bucket("100000000005", "five", "Off", NOON, 1));
        assertThat(awaitEvents("arn:aws:s3:::five", 1).getFirst().origin()).isEqualTo(Origin.BASELINE);

        service.bean(EditContext.class).turnLive("a-aws-100000000005", Instant.now());
        ingest(Items.bucket("100000000005", "five-b", "Off", NOON, 1));

        assertThat(awaitEvents("arn:aws:s3:::five-b", 1).getFirst().origin()).isEqualTo(Origin.LIVE);
    }

    @Test
    void a_new_workload_takes_over_its_members_gaps() {
        ingest(Items.publicAccessBlock("100000000006", true, NOON, 1));
        ingest(Items.bucket("100000000006", "six", "Off", NOON, 1));
        awaitEvents("arn:aws:s3:::six", 1);

        EditContext context = service.bean(EditContext.class);
        context.put(new Team("payments", "Payments", List.of(), null), null);
        context.put(new Workload("shop", "Shop", "payments", "production", null, null, List.of(),
                new Selector(Map.of("app", "100000000006"), List.of(), List.of())), null);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(
                () -> assertThat(only(topic.of("arn:aws:s3:::six"), GapChanged.class)).anySatisfy(changed -> {
                    assertThat(changed.transition()).isEqualTo(Transition.OWNER);
                    assertThat(changed.after().ownerTeam()).isEqualTo("payments");
                    assertThat(changed.after().workload()).isEqualTo("shop");
                }));
    }

    @Test
    void without_a_token_nothing_is_taken_in() {
        service.as(Role.VIEWER).post().uri("/api/ingest/aws").bodyValue("[]").exchange().expectStatus().isForbidden();
    }
}
