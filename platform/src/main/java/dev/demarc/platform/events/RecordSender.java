package dev.demarc.platform.events;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.InvalidRecordException;
import org.jspecify.annotations.Nullable;

/** Sends raw records by the service's one idempotent producer, and makes a new one where the old one broke for good. */
public final class RecordSender implements AutoCloseable {

    private static final Duration CLOSE_WAIT = Duration.ofSeconds(5);

    private final Map<String, Object> settings;
    private final MeterRegistry meters;
    private @Nullable Producer<byte[], byte[]> producer;
    private @Nullable KafkaClientMetrics producerMeters;
    private boolean closed;

    RecordSender(Map<String, Object> settings, MeterRegistry meters) {
        this.settings = Map.copyOf(settings);
        this.meters = meters;
    }

    /**
     * Sends all in order, flushes once, and returns when the broker has every one.
     *
     * @throws BrokerAway some were not confirmed in time; none, some or all of them may be there
     * @throws RecordRefused the first that can never be accepted; the others may be there
     */
    public void send(List<ProducerRecord<byte[], byte[]>> records) {
        if (records.isEmpty()) {
            return;
        }
        Producer<byte[], byte[]> current = current();
        List<Future<RecordMetadata>> answers = new ArrayList<>(records.size());
        try {
            for (ProducerRecord<byte[], byte[]> record : records) {
                Future<RecordMetadata> answer = current.send(record);
                answers.add(answer);
                if (answer.state() == Future.State.FAILED) {
                    break;
                }
            }
            current.flush();
        } catch (InterruptException e) {
            throw new BrokerAway("interrupted while sending %d records".formatted(records.size()), e);
        } catch (KafkaException | IllegalStateException e) {
            discard(current);
            throw new BrokerAway("the producer broke while sending %d records".formatted(records.size()), e);
        }
        check(current, answers, records);
    }

    private void check(Producer<byte[], byte[]> current, List<Future<RecordMetadata>> answers,
            List<ProducerRecord<byte[], byte[]>> records) {
        BrokerAway away = null;
        for (int i = 0; i < answers.size(); i++) {
            Throwable failure = failure(answers.get(i));
            if (failure != null && isRefusal(failure)) {
                throw new RecordRefused(i, String.valueOf(failure.getMessage()), failure);
            }
            if (failure != null && away == null) {
                away = new BrokerAway("record %d of %d for topic %s was not confirmed: %s".formatted(i + 1,
                        records.size(), records.get(i).topic(), failure.getMessage()), failure);
            }
        }
        if (away != null) {
            if (!(away.getCause() instanceof RetriableException)) {
                discard(current);
            }
            throw away;
        }
    }

    private static @Nullable Throwable failure(Future<RecordMetadata> answer) {
        try {
            answer.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause() == null ? e : e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e;
        }
    }

    private static boolean isRefusal(Throwable failure) {
        return switch (failure) {
            case RecordTooLargeException _,SerializationException _,InvalidTopicException _ -> true;
            case InvalidRecordException _,InvalidTimestampException _,PolicyViolationException _ -> true;
            case InvalidConfigurationException _ -> true;
            default -> false;
        };
    }

    private synchronized Producer<byte[], byte[]> current() {
        if (closed) {
            throw new BrokerAway("the sender is closed", null);
        }
        if (producer == null) {
            try {
                producer = new KafkaProducer<>(settings);
            } catch (KafkaException e) {
                throw new BrokerAway("no producer could be made: " + e.getMessage(), e);
            }
            producerMeters = new KafkaClientMetrics(producer);
            producerMeters.bindTo(meters);
        }
        return producer;
    }

    private synchronized void discard(Producer<byte[], byte[]> broken) {
        if (broken.equals(producer)) {
            end(Duration.ZERO);
        }
    }

    private void end(Duration wait) {
        if (producerMeters != null) {
            producerMeters.close();
            producerMeters = null;
        }
        if (producer != null) {
            producer.close(wait);
            producer = null;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        end(CLOSE_WAIT);
    }
}
