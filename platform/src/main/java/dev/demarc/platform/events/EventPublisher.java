package dev.demarc.platform.events;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Publishes events in order by one idempotent producer; any thread may use it, but none that must not block. */
public final class EventPublisher {

    private final RecordSender sender;
    private final EventWriter writer;
    private final Timer timer;
    private final Counter published;
    private final Counter refused;
    private final Counter unconfirmed;

    EventPublisher(RecordSender sender, EventWriter writer, MeterRegistry meters) {
        this.sender = sender;
        this.writer = writer;
        this.timer = Timer.builder("demarc.events.publish")
                .description("How long publications take, from the first send to the last confirmation")
                .register(meters);
        this.published = Counter.builder("demarc.events.published").description("Events that the broker confirmed")
                .register(meters);
        this.refused = Counter.builder("demarc.events.refused").description("Events that can never be published")
                .register(meters);
        this.unconfirmed = Counter.builder("demarc.events.unconfirmed")
                .description("Publications that the broker did not confirm in time").register(meters);
    }

    /**
     * Sends all, flushes once, and returns when the broker has every one. Blocks for twice the publish timeout at most;
     * batches of a few thousand are best.
     *
     * @throws BrokerAway the broker did not confirm all; publish the same events again later
     * @throws EventRefused the first event that can never be published: none was sent if it is too large, else others may
     *         be there
     */
    public void publish(List<OutgoingEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        try {
            List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(events.size());
            for (OutgoingEvent event : events) {
                records.add(writer.write(event));
            }
            timer.record(() -> sender.send(records));
            published.increment(events.size());
        } catch (BrokerAway e) {
            unconfirmed.increment();
            throw e;
        } catch (EventRefused e) {
            refused.increment();
            throw e;
        } catch (RecordRefused e) {
            refused.increment();
            throw new EventRefused(events.get(e.index()).id(), e.reason(), e);
        }
    }
}
