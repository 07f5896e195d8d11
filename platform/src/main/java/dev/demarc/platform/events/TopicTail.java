package dev.demarc.platform.events;

import dev.demarc.platform.runtime.Patience;
import dev.demarc.platform.runtime.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Follows all partitions of a topic from a bounded way before their ends, without a group, in each instance. One thread
 * of its own; a broker that is away, or a topic that is not there yet, is waited for.
 */
public final class TopicTail implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TopicTail.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration STOP_WAIT = Duration.ofSeconds(2);

    private final String topic;
    private final int back;
    private final TopicTailHandler handler;
    private final Map<String, Object> settings;
    /** The next offset of each partition, by its number; empty before the beginning. */
    private final List<Long> next = new ArrayList<>();
    private volatile @Nullable Thread thread;
    private volatile @Nullable Consumer<?, ?> polling;

    TopicTail(String topic, int back, TopicTailHandler handler, Map<String, Object> settings) {
        this.topic = topic;
        this.back = back;
        this.handler = handler;
        Map<String, Object> own = new HashMap<>(settings);
        // records that are gone must be noticed, not jumped over
        own.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        this.settings = Map.copyOf(own);
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            Thread starting = Thread.ofPlatform().daemon().name("demarc-tail-" + topic).unstarted(this::run);
            thread = starting;
            starting.start();
        }
    }

    private void run() {
        while (running()) {
            try {
                Patience.until("following " + topic, () -> {
                    follow();
                    return true;
                });
            } catch (RuntimeException e) {
                if (running()) {
                    LOG.error("following {} broke and begins again at {}", topic, next, e);
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
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            if (next.size() != partitions.size()) {
                begin(consumer, partitions);
            }
            partitions.forEach(partition -> consumer.seek(partition, next.get(partition.partition())));
            while (running()) {
                pause(consumer, partitions);
                poll(consumer);
                if (partitions(consumer).size() != partitions.size()) {
                    LOG.info("{} has another number of partitions and is read anew", topic);
                    next.clear();
                    return;
                }
            }
        } catch (WakeupException e) {
            LOG.debug("woken to stop", e);
        } catch (InvalidOffsetException e) {
            LOG.warn("records of {} are gone before they were read; it is read anew: {}", topic, e.getMessage());
            next.clear();
        } finally {
            polling = null;
        }
    }

    private void begin(Consumer<?, ?> consumer, List<TopicPartition> partitions) {
        Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> last = consumer.endOffsets(partitions);
        List<Long> end = partitions.stream().map(partition -> last.getOrDefault(partition, 0L)).toList();
        next.clear();
        for (TopicPartition partition : partitions) {
            next.add(Math.max(first.getOrDefault(partition, 0L), end.get(partition.partition()) - back));
        }
        List<Long> from = List.copyOf(next);
        guarded(() -> handler.begun(from, end));
    }

    private void pause(Consumer<?, ?> consumer, List<TopicPartition> partitions) {
        Set<Integer> full = handler.full();
        consumer.pause(partitions.stream().filter(partition -> full.contains(partition.partition())).toList());
        consumer.resume(partitions.stream().filter(partition -> !full.contains(partition.partition())).toList());
    }

    private void poll(Consumer<byte @Nullable [], byte @Nullable []> consumer) {
        List<Received> records = new ArrayList<>();
        for (ConsumerRecord<byte @Nullable [], byte @Nullable []> record : consumer.poll(POLL)) {
            if (record.value() != null) {
                records.add(Received.of(records.size(), record));
            }
            next.set(record.partition(), record.offset() + 1);
        }
        guarded(() -> handler.polled(records));
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (Unavailable.is(e)) {
                LOG.debug("following {}: something is away", topic, e);
            } else {
                LOG.error("following {}: passed over", topic, e);
            }
        }
    }

    private List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        List<PartitionInfo> known = consumer.partitionsFor(topic);
        if (known == null || known.isEmpty()) {
            throw new BrokerAway(topic + " is not there yet", null);
        }
        return known.stream().map(info -> new TopicPartition(topic, info.partition()))
                .sorted(Comparator.comparingInt(TopicPartition::partition)).toList();
    }

    private Consumer<byte @Nullable [], byte @Nullable []> consumer() {
        try {
            return new KafkaConsumer<>(settings);
        } catch (KafkaException e) {
            throw new BrokerAway("no consumer could be made: " + e.getMessage(), e);
        }
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
