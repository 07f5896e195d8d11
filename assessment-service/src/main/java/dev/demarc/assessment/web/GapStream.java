package dev.demarc.assessment.web;

import dev.demarc.assessment.application.LiveGaps;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.FluxSink;
import reactor.core.scheduler.Scheduler;

/** One open stream: takes from its reader only what the connection asks for, so that nothing is copied or queued for it. */
final class GapStream implements Runnable {

    private final LiveGaps.Reader reader;
    private final FluxSink<ServerSentEvent<String>> sink;
    private final Scheduler.Worker worker;
    private final Clock clock;
    private final Consumer<LiveGaps.Why> missed;
    private final AtomicInteger work = new AtomicInteger();
    private boolean ready;
    private volatile boolean heartbeat;

    GapStream(LiveGaps.Reader reader, FluxSink<ServerSentEvent<String>> sink, Scheduler.Worker worker, Clock clock,
            Consumer<LiveGaps.Why> missed) {
        this.reader = reader;
        this.sink = sink;
        this.worker = worker;
        this.clock = clock;
        this.missed = missed;
    }

    void start(Duration every) {
        sink.onRequest(_ -> run());
        worker.schedulePeriodically(() -> {
            heartbeat = true;
            run();
        }, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** There may be something new, or room for it. */
    @Override
    public void run() {
        if (work.getAndIncrement() == 0) {
            try {
                worker.schedule(this::drain);
            } catch (RejectedExecutionException e) {
                // it has ended in the meantime
                work.set(0);
            }
        }
    }

    private void drain() {
        try {
            takeAll();
        } catch (RuntimeException e) {
            // the reader comes back after its last id
            sink.error(e);
        }
    }

    private void takeAll() {
        int seen = work.get();
        do {
            while (!sink.isCancelled() && sink.requestedFromDownstream() > 0 && take()) {
                // as long as there is something and somebody wants it
            }
            reader.look();
            seen = work.addAndGet(-seen);
        } while (seen != 0);
    }

    private boolean take() {
        if (!ready) {
            ready = true;
            sink.next(StreamedData.ready(reader.position(), clock.instant(), reader.resumed()));
            return true;
        }
        if (heartbeat) {
            heartbeat = false;
            sink.next(StreamedData.heartbeat(reader.position(), clock.instant()));
            return true;
        }
        LiveGaps.Next next = reader.next();
        if (next == null) {
            return false;
        }
        if (next instanceof LiveGaps.Next.Missed it) {
            missed.accept(it.why());
        }
        sink.next(StreamedData.of(next));
        return true;
    }

    /** Ends it; a connection that takes nothing is cut off, since it would never take the end either. */
    void end() {
        if (sink.requestedFromDownstream() > 0) {
            sink.complete();
        } else {
            sink.error(new CancellationException("the service stops"));
        }
    }

    void dispose() {
        worker.dispose();
    }
}
