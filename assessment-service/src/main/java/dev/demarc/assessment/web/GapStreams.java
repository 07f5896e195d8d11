package dev.demarc.assessment.web;

import dev.demarc.assessment.application.LiveGaps;
import dev.demarc.assessment.model.StreamPosition;
import dev.demarc.platform.web.ServiceAway;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** All open streams of this instance. They end when it stops, before the web server waits for what is still going on. */
public final class GapStreams implements SmartLifecycle {

    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final LiveGaps live;
    private final Settings settings;
    private final Clock clock;
    private final Counter slow;
    private final Counter expired;
    private final AtomicInteger open = new AtomicInteger();
    private final Set<GapStream> streams = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;
    private volatile boolean running;

    /**
     * How streams are kept within bounds.
     *
     * @param buffer how many transitions a reader may be behind
     * @param clients how many streams may be open
     * @param heartbeat how often a stream shows that it is alive
     */
    public record Settings(int buffer, int clients, Duration heartbeat) {}

    /** Streams of what is live. */
    public GapStreams(LiveGaps live, Settings settings, Clock clock, MeterRegistry meters) {
        this.live = live;
        this.settings = settings;
        this.clock = clock;
        this.slow = missed("slow", meters);
        this.expired = missed("expired", meters);
        Gauge.builder("demarc.streams.open", open, AtomicInteger::get).description("Open live streams")
                .register(meters);
    }

    private static Counter missed(String reason, MeterRegistry meters) {
        return Counter.builder("demarc.streams.missed").tag("reason", reason)
                .description("How often a reader of a live stream was told that it missed something").register(meters);
    }

    /**
     * A stream that goes on after a place, or from now on; it has an end only when this instance stops. Subscribing fails
     * with a problem where no more fit, before anything is sent.
     */
    public Flux<ServerSentEvent<String>> stream(@Nullable StreamPosition after) {
        return Flux.defer(() -> {
            if (stopped) {
                return Flux.error(new ServiceAway("the service is stopping and", AGAIN));
            }
            if (open.incrementAndGet() > settings.clients()) {
                open.decrementAndGet();
                return Flux.error(new TooManyStreams(settings.clients()));
            }
            Scheduler scheduler = Schedulers.parallel();
            return Flux.<ServerSentEvent<String>>create(sink -> begin(sink, after, scheduler),
                    FluxSink.OverflowStrategy.ERROR).doFinally(_ -> open.decrementAndGet());
        });
    }

    private void begin(FluxSink<ServerSentEvent<String>> sink, @Nullable StreamPosition after, Scheduler scheduler) {
        GapStream stream = new GapStream(live.reader(after, settings.buffer()), sink, scheduler.createWorker(), clock,
                why -> (why == LiveGaps.Why.SLOW ? slow : expired).increment());
        streams.add(stream);
        live.listen(stream);
        sink.onDispose(() -> {
            live.unlisten(stream);
            streams.remove(stream);
            stream.dispose();
        });
        stream.start(settings.heartbeat());
        if (stopped) {
            stream.end();
        }
    }

    @Override
    public void start() {
        stopped = false;
        running = true;
    }

    @Override
    public void stop() {
        stopped = true;
        running = false;
        streams.forEach(GapStream::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
