package dev.demarc.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.assessment.application.GapHistory;
import dev.demarc.assessment.application.GapViewsInMemory;
import dev.demarc.assessment.application.LiveGaps;
import dev.demarc.assessment.application.ProjectGaps;
import dev.demarc.assessment.model.GapProjection.Recorded;
import dev.demarc.assessment.model.StreamPosition;
import dev.demarc.contracts.event.GapEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class GapStreamsTest {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int BUFFER = 3;

    private final Random random = new Random(3);
    private final GapViewsInMemory store = new GapViewsInMemory(random);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final LiveGaps live = new LiveGaps(store, StreamedData::gap, 100, Clock.systemUTC());
    private final GapStreams streams = new GapStreams(live, new GapStreams.Settings(BUFFER, 2, HEARTBEAT),
            Clock.systemUTC(), meters);
    private long offset;

    private void open() {
        live.begin(List.of(0L), List.of(0L));
        live.release();
    }

    private void happen(int count) {
        for (int i = 0; i < count; i++) {
            GapEvent event = GapHistory.next(random, "g-" + offset, null);
            live.arrive(0, offset, event);
            new ProjectGaps(store).project(0, List.of(new Recorded(offset, event)));
            live.release();
            offset++;
        }
    }

    private static Consumer<ServerSentEvent<String>> is(String event, String id, String data) {
        return sent -> {
            assertThat(sent.event()).isEqualTo(event);
            assertThat(sent.id()).isEqualTo(id.isEmpty() ? null : id);
            assertThat(sent.data()).contains(data).doesNotContain("\n");
        };
    }

    private double missed(String reason) {
        return meters.counter("demarc.streams.missed", "reason", reason).count();
    }

    private double openStreams() {
        return meters.get("demarc.streams.open").gauge().value();
    }

    @Test
    void it_is_ready_at_once_even_before_anything_can_be_read_and_shows_that_it_is_alive() {
        StepVerifier.withVirtualTime(() -> streams.stream(null))
                .assertNext(is("ready", "", "\"resumed\":false"))
                .expectNoEvent(HEARTBEAT)
                .assertNext(is("heartbeat", "", "\"at\":"))
                .then(this::open)
                .assertNext(is("missed", "0.0", "{\"reason\":\"expired\"}"))
                .thenAwait(HEARTBEAT)
                .assertNext(is("heartbeat", "0.0", "\"at\":"))
                .thenCancel().verify(Duration.ofSeconds(30));
        assertThat(openStreams()).isZero();
        assertThat(live.isFollowed()).isFalse();
    }

    @Test
    void each_transition_comes_as_it_happens_with_the_place_after_it() {
        open();
        StepVerifier.withVirtualTime(() -> streams.stream(null))
                .assertNext(is("ready", "0.0", "\"resumed\":false"))
                .then(() -> happen(2))
                .assertNext(is("gap", "0.1", "\"event\":\"opened\""))
                .assertNext(is("gap", "0.2", "\"id\":\"g-1\""))
                .thenCancel().verify(Duration.ofSeconds(30));
    }

    @Test
    void who_comes_back_gets_what_came_in_the_meantime() {
        open();
        happen(5);
        StepVerifier.withVirtualTime(() -> streams.stream(new StreamPosition(List.of(3L))))
                .assertNext(is("ready", "0.3", "\"resumed\":true"))
                .assertNext(is("gap", "0.4", "g-3"))
                .assertNext(is("gap", "0.5", "g-4"))
                .thenCancel().verify(Duration.ofSeconds(30));
    }

    @Test
    void who_comes_back_too_late_is_told_and_goes_on_from_now() {
        live.begin(List.of(10L), List.of(10L));
        offset = 10;
        live.release();
        StepVerifier.withVirtualTime(() -> streams.stream(new StreamPosition(List.of(3L))))
                .assertNext(is("ready", "", "\"resumed\":false"))
                .assertNext(is("missed", "0.10", "{\"reason\":\"expired\"}"))
                .then(() -> happen(1))
                .assertNext(is("gap", "0.11", "g-10"))
                .thenCancel().verify(Duration.ofSeconds(30));
        assertThat(missed("expired")).isOne();
    }

    @Test
    void a_slow_reader_gets_one_missed_and_then_what_is_new_and_no_pile_of_heartbeats() {
        open();
        StepVerifier.withVirtualTime(() -> streams.stream(null), 1)
                .assertNext(is("ready", "0.0", ""))
                .then(() -> happen(BUFFER + 1))
                .thenAwait(HEARTBEAT.multipliedBy(4))
                .then(() -> happen(BUFFER + 1))
                .thenRequest(100)
                .assertNext(is("heartbeat", "", ""))
                .assertNext(is("missed", "0.8", "{\"reason\":\"slow\"}"))
                .then(() -> happen(1))
                .assertNext(is("gap", "0.9", "g-8"))
                .thenCancel().verify(Duration.ofSeconds(30));
        assertThat(missed("slow")).isOne();
    }

    @Test
    void a_reader_within_its_buffer_misses_nothing() {
        open();
        StepVerifier.withVirtualTime(() -> streams.stream(null), 1)
                .assertNext(is("ready", "0.0", ""))
                .then(() -> happen(BUFFER))
                .thenRequest(100)
                .expectNextCount(BUFFER)
                .thenCancel().verify(Duration.ofSeconds(30));
        assertThat(missed("slow")).isZero();
    }

    @Test
    void no_more_than_the_bound_are_open_and_one_that_ends_makes_room() {
        var first = streams.stream(null).subscribe();
        var second = streams.stream(null).subscribe();
        assertThat(openStreams()).isEqualTo(2);

        StepVerifier.create(streams.stream(null)).expectErrorSatisfies(error -> {
            assertThat(error).isInstanceOfSatisfying(TooManyStreams.class, problem -> {
                assertThat(problem.problem().status()).isEqualTo(503);
                assertThat(problem.problem().retryAfter()).isNotNull();
            });
        }).verify(Duration.ofSeconds(30));
        first.dispose();
        assertThat(openStreams()).isOne();
        StepVerifier.create(streams.stream(null)).expectNextCount(1).thenCancel().verify(Duration.ofSeconds(30));
        second.dispose();
        assertThat(openStreams()).isZero();
    }

    @Test
    void when_the_service_stops_streams_end_and_one_that_takes_nothing_is_cut_off() {
        open();
        streams.start();
        StepVerifier.create(streams.stream(null)).expectNextCount(1).then(streams::stop).expectComplete()
                .verify(Duration.ofSeconds(30));
        StepVerifier.create(streams.stream(null)).expectError().verify(Duration.ofSeconds(30));
        streams.start();
        Flux<ServerSentEvent<String>> stalled = streams.stream(null);
        StepVerifier.create(stalled, 1).expectNextCount(1).then(streams::stop)
                .expectError(CancellationException.class).verify(Duration.ofSeconds(30));
        assertThat(openStreams()).isZero();
    }
}
