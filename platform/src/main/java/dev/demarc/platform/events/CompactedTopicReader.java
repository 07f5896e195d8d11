package dev.demarc.platform.events;

import dev.demarc.platform.runtime.Patience;
import dev.demarc.platform.runtime.Unavailable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads a whole compacted topic of one partition from its beginning, without a group, at each start and in each
 * instance, then stays with it. One thread of its own; a broker that is away is waited for.
 */
public final class CompactedTopicReader implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CompactedTopicReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration STOP_WAIT = Duration.ofSeconds(2);

    private final TopicPartition partition;
    private final CompactedTopicHandler handler;
    private final Map<String, Object> settings;
    private final Counter skipped;
    private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();
    private volatile @Nullable Thread thread;
    private volatile @Nullable Consumer<?, ?> polling;
    private long next;
    private long end = -1;

    CompactedTopicReader(String topic, CompactedTopicHandler handler, Map<String, Object> settings,
            MeterRegistry meters) {
        this.partition = new TopicPartition(topic, 0);
        this.handler = handler;
        this.settings = Map.copyOf(settings);
        this.skipped = Counter.builder("demarc.events.compacted.skipped").tag("topic", topic)
                .description("Records of a compacted topic that could not be taken over").register(meters);
    }

    /** Completes when everything that was there at the start has been handed over; never completes by a failure. */
    public CompletableFuture<Void> caughtUp() {
        return caughtUp.copy();
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            Thread starting = Thread.ofPlatform().daemon().name("demarc-" + partition.topic()).unstarted(this::run);
            thread = starting;
            starting.start();
        }
    }

    private void run() {
        while (running()) {
            try {
                Patience.until("reading " + partition.topic(), () -> {
                    follow();
                    return true;
                });
            } catch (RuntimeException e) {
                if (running()) {
                    LOG.error("reading {} broke and begins again at {}", partition.topic(), next, e);
                }
            }
        }
    }

    private boolean running() {
        return Objects.equals(thread, Thread.currentThread()) && !Thread.currentThread().isInterrupted();
    }

    private void follow() {
        try (Consumer<byte @Nullable [], byte @Nullable []> consumer = consumer()) {
            polling = consumer;
            consumer.assign(List.of(partition));
            consumer.seek(partition, next);
            if (end < 0) {
                end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            }
            while (running()) {
                if (next >= end) {
                    caughtUp.complete(null);
                }
                for (ConsumerRecord<byte @Nullable [], byte @Nullable []> record : consumer.poll(POLL)) {
                    take(record);
                    next = record.offset() + 1;
                }
                next = consumer.position(partition);
            }
        } catch (WakeupException e) {
            LOG.debug("woken to stop", e);
        } finally {
            polling = null;
        }
    }

    private Consumer<byte @Nullable [], byte @Nullable []> consumer() {
        try {
            return new KafkaConsumer<>(settings);
        } catch (KafkaException e) {
            throw new BrokerAway("no consumer could be made: " + e.getMessage(), e);
        }
    }

    private void take(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
        try {
            Poison poison = Patience.until("taking over a record of " + partition.topic(), () -> hand(record));
            if (poison != null) {
                skip(record, poison.field() + ": " + poison.reason(), poison);
            }
        } catch (RuntimeException e) {
            if (Unavailable.is(e)) {
                throw e;
            }
            skip(record, e.toString(), e);
        }
    }

    private @Nullable Poison hand(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
        byte[] key = record.key();
        if (key == null) {
            return new Poison("key", "missing, expected one on a compacted topic", null);
        }
        if (record.value() == null) {
            handler.removed(new String(key, StandardCharsets.UTF_8));
            return null;
        }
        try {
            handler.put(Received.of(0, record));
            return null;
        } catch (Poison poison) {
            return poison;
        }
    }

    private void skip(ConsumerRecord<byte @Nullable [], byte @Nullable []> record, String reason, Throwable thrown) {
        skipped.increment();
        LOG.error("skipped {}-{}@{}: {}", record.topic(), record.partition(), record.offset(), reason, thrown);
    }

    @Override
    public void stop() {
        Thread stopping;
        synchronized (this) {
            stopping = thread;
            thread = null;
        }
        if (stopping == null) {
            return;
        }
        Consumer<?, ?> consumer = polling;
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            if (!stopping.join(STOP_WAIT)) {
                stopping.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
