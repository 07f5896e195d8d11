package dev.demarc.notification.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.catalog.Severity;
import dev.demarc.notification.Endpoints;
import dev.demarc.notification.Gaps;
import dev.demarc.notification.model.Delivery;
import dev.demarc.notification.model.DeliveryState.Cancelled;
import dev.demarc.notification.model.DeliveryState.Waiting;
import dev.demarc.notification.model.MessageType;
import dev.demarc.notification.model.RetrySchedule;
import dev.demarc.notification.model.SendResult.Answered;
import dev.demarc.platform.mongo.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of deliveries must do. */
public abstract class DeliveryStoreContract {

    private static final Instant NOW = Gaps.AT;
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final String endpoint = "e-" + UUID.randomUUID();

    /** The store under test. */
    protected abstract DeliveryStore store();

    @Test
    void givesBackExactlyWhatItWasGivenInEveryState() {
        Delivery waiting = fresh("a", 1, NOW);
        Delivery claimed = fresh("b", 1, NOW).claimed("w", NOW, LEASE);
        Delivery retried = fresh("c", 1, NOW).claimed("w", NOW, LEASE).tried(new Answered(500, "no", null), NOW,
                Duration.ofMillis(12), RetrySchedule.STANDARD, 0);
        Delivery failed = fresh("d", 1, NOW).givenUp(NOW);
        Delivery cancelled = fresh("e", 1, NOW).cancelled("why", NOW);
        Delivery delivered = fresh("f", 1, NOW).claimed("w", NOW, LEASE).tried(new Answered(200, "", null), NOW,
                Duration.ofMillis(12), RetrySchedule.STANDARD, 0);
        List<Delivery> all = List.of(waiting, claimed, retried, failed, cancelled, delivered);
        assertThat(Await.one(store().insertNew(all))).isEqualTo(6);
        for (Delivery each : all) {
            assertThat(find(each)).isEqualTo(each);
        }
    }

    @Test
    void whatIsThereIsNotInsertedAgainNorChanged() {
        Delivery first = fresh("a", 1, NOW);
        Delivery third = fresh("c", 1, NOW);
        Await.none(store().insertNew(List.of(first, third)));
        Await.none(store().replace(first.claimed("w", NOW, LEASE)));
        List<Delivery> again = IntStream.rangeClosed('a', 'e').mapToObj(c -> fresh(String.valueOf((char) c), 1, NOW))
                .toList();
        assertThat(Await.one(store().insertNew(again))).isEqualTo(3);
        assertThat(find(first).tries()).isEqualTo(1);
        assertThat(Await.one(store().insertNew(List.of()))).isZero();
    }

    @Test
    void onlyOneOfTwoClaimsWins() {
        Delivery delivery = fresh("a", 1, NOW);
        Await.none(store().insertNew(List.of(delivery)));
        assertThat(Await.one(store().replace(delivery.claimed("w-1", NOW, LEASE)))).isTrue();
        assertThat(Await.one(store().replace(delivery.claimed("w-2", NOW, LEASE)))).isFalse();
    }

    @Test
    void dueAreThoseOfTheEndpointWhoseTimeHasComeTheLongestDueFirst() {
        Await.none(
                store().insertNew(List.of(fresh("late", 1, NOW.minusSeconds(1)), fresh("later", 1, NOW.plusSeconds(1)),
                        fresh("b", 2, NOW), fresh("a", 1, NOW), fresh("held", 1, NOW).claimed("w", NOW, LEASE))));
        assertThat(Await.list(store().due(endpoint, NOW, 10))).extracting(this::name).containsExactly("late", "a", "b");
        assertThat(Await.list(store().due(endpoint, NOW, 1))).extracting(this::name).containsExactly("late");
        assertThat(Await.list(store().due(endpoint, NOW.plus(LEASE), 10))).extracting(this::name).contains("held");
        assertThat(Await.list(store().due("e-other", NOW, 10))).isEmpty();
    }

    @Test
    void aheadIsTheEarliestThatStillWaitsInTheLane() {
        Delivery first = fresh("lane", 1, NOW);
        Delivery second = fresh("lane", 2, NOW);
        Delivery third = fresh("lane", 3, NOW);
        Await.none(store().insertNew(List.of(first, second, third, fresh("other", 1, NOW))));
        assertThat(Await.one(store().ahead(third)).sequence()).isEqualTo(1);
        assertThat(Await.first(store().ahead(first))).isEmpty();
        Await.none(store().replace(first.cancelled("", NOW)));
        assertThat(Await.one(store().ahead(third)).sequence()).isEqualTo(2);
    }

    @Test
    void theNextOfALaneIsWokenUnlessItIsHeldOrWaitsForARetry() {
        Delivery moved = fresh("lane", 2, NOW).postponed(NOW.plusSeconds(500));
        Delivery retrying = fresh("lane-r", 2, NOW).claimed("w", NOW, LEASE).tried(new Answered(500, "", null), NOW,
                Duration.ZERO, RetrySchedule.STANDARD, 0);
        Await.none(store().insertNew(List.of(moved, retrying)));
        Await.none(store().wakeNext(moved.lane(), NOW));
        Await.none(store().wakeNext(retrying.lane(), NOW));
        assertThat(find(moved).state()).isEqualTo(new Waiting(NOW, null));
        assertThat(find(moved).revision()).isEqualTo(moved.revision() + 1);
        assertThat(find(retrying)).isEqualTo(retrying);
    }

    @Test
    void cancelsWhatWaitsAndNothingElse() {
        Delivery delivered = fresh("a", 1, NOW).claimed("w", NOW, LEASE).tried(new Answered(200, "", null), NOW,
                Duration.ZERO, RetrySchedule.STANDARD, 0);
        Delivery waiting = fresh("b", 1, NOW);
        Delivery held = fresh("c", 1, NOW).claimed("w", NOW, LEASE);
        Await.none(store().insertNew(List.of(delivered, waiting, held)));
        assertThat(Await.one(store().cancelWaiting(endpoint, "off", NOW))).isEqualTo(2);
        assertThat(find(delivered)).isEqualTo(delivered);
        assertThat(find(held).state()).isEqualTo(new Cancelled(NOW, "off"));
        assertThat(find(waiting).revision()).isEqualTo(waiting.revision() + 1);
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        Await.none(
                store().insertNew(IntStream.range(0, 5).mapToObj(i -> created("p" + i, NOW.plusSeconds(i))).toList()));
        List<Delivery> first = Await.list(store().list(query(null, Set.of(), null, 3)));
        assertThat(first).extracting(this::name).containsExactly("p4", "p3", "p2");
        assertThat(Await.list(store().list(query(null, Set.of(), DeliveryQuery.place(first.getLast()), 3))))
                .extracting(this::name).containsExactly("p1", "p0");
        assertThat(Await.list(store().list(query(null, Set.of("delivered"), null, 3)))).isEmpty();
        assertThat(Await.list(store().list(query(Set.of("payments"), Set.of("waiting", "failed"), null, 9))))
                .hasSize(5);
        assertThat(Await.list(store().list(query(Set.of(), Set.of(), null, 9)))).isEmpty();
    }

    @Test
    void countsWhatMatchesWhereverThePageBeginsAndNotFurtherThanAsked() {
        List<Delivery> all = IntStream.range(0, 5).mapToObj(i -> created("p" + i, NOW.plusSeconds(i))).toList();
        Await.none(store().insertNew(all));
        String third = DeliveryQuery.place(all.get(2));
        assertThat(Await.one(store().count(query(null, Set.of("waiting"), third, 1), 100))).isEqualTo(5);
        assertThat(Await.one(store().count(query(null, Set.of("failed"), null, 1), 100))).isZero();
        assertThat(Await.one(store().count(query(Set.of("payments"), Set.of(), null, 1), 4))).isEqualTo(4);
        assertThat(Await.one(store().count(query(Set.of(), Set.of(), null, 1), 4))).isZero();
    }

    @Test
    void purgesWhatIsOld() {
        Instant old = NOW.minus(Duration.ofDays(4_000));
        Await.none(store().insertNew(List.of(created("old", old), created("new", NOW))));
        assertThat(Await.one(store().purge(old.plusSeconds(1)))).isEqualTo(1);
        assertThat(Await.list(store().list(query(null, Set.of(), null, 9)))).extracting(this::name)
                .containsExactly("new");
    }

    private DeliveryQuery query(@Nullable Set<String> teams, Set<String> states, @Nullable String after, int limit) {
        return new DeliveryQuery(teams, endpoint, states, null, after, limit);
    }

    private Delivery find(Delivery delivery) {
        return Await.one(store().find(delivery.id()));
    }

    private String name(Delivery delivery) {
        return Objects.requireNonNull(delivery.gap());
    }

    private Delivery fresh(String gap, long sequence, Instant dueAt) {
        return delivery(gap, sequence, NOW, dueAt);
    }

    private Delivery created(String gap, Instant at) {
        return delivery(gap, 1, at, at);
    }

    private Delivery delivery(String gap, long sequence, Instant at, Instant dueAt) {
        return Delivery.fresh(endpoint + "." + gap + "." + sequence, Endpoints.of(endpoint, "payments"),
                MessageType.GAP_CHANGED, gap, endpoint + "|" + gap, sequence, Severity.HIGH, "{}", at, dueAt);
    }
}
