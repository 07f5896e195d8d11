package dev.demarc.platform.events;

import dev.demarc.platform.runtime.Patience;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.binder.kafka.ListenerContainerWithDlqAndRetryCustomizer;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.CommonDelegatingErrorHandler;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * Gives every consumer the error handler that tells poison, dead-lettered at once, from outages, waited for without an
 * end. It replaces the binder's own, which sends good records to the dead letters and swallows failures to do so. Two
 * handlers and not one with a back-off function: one would go on waiting where a record meets an outage first and proves
 * to be poison then. The consumer of the dead letters has no poison: it waits, rather than feed itself.
 */
final class ContainerErrors implements ListenerContainerWithDlqAndRetryCustomizer {

    private static final Logger LOG = LoggerFactory.getLogger(ContainerErrors.class);

    private final String deadLetterTopic;
    private final ConsumerRecordRecoverer recoverer;
    private final MeterRegistry meters;

    /** Without a dead-letter topic, for a service that has none, no consumer can be bound. */
    ContainerErrors(String deadLetterTopic, ConsumerRecordRecoverer recoverer, MeterRegistry meters) {
        this.deadLetterTopic = deadLetterTopic;
        this.recoverer = recoverer;
        this.meters = meters;
    }

    @Override
    public boolean retryAndDlqInBinding(String destination, String group) {
        return false;
    }

    @Override
    public void configure(AbstractMessageListenerContainer<?, ?> container, String destination, String group,
            @Nullable BiFunction<ConsumerRecord<?, ?>, Exception, TopicPartition> deadLetterPartition,
            @Nullable BackOff binderBackOff) {
        if (deadLetterTopic.isEmpty()) {
            throw new IllegalStateException("no dead-letter topic for the consumer of %s, expected its name in %s"
                    .formatted(destination, "demarc.dead-letters.topic"));
        }
        CommonDelegatingErrorHandler handler = new CommonDelegatingErrorHandler(outages(destination));
        handler.setCauseChainTraversing(true);
        if (!destination.equals(deadLetterTopic)) {
            handler.addDelegate(PoisonAt.class, poison());
        }
        container.setCommonErrorHandler(handler);
    }

    private CommonErrorHandler poison() {
        DefaultErrorHandler handler = new DefaultErrorHandler(recoverer, new FixedBackOff(0, 0));
        handler.setLogLevel(KafkaException.Level.DEBUG);
        return handler;
    }

    private CommonErrorHandler outages(String destination) {
        DefaultErrorHandler handler = new DefaultErrorHandler((record, thrown) -> {
            throw new IllegalStateException("waiting must not end", thrown);
        }, Patience.backOff());
        handler.setLogLevel(KafkaException.Level.DEBUG);
        handler.setRetryListeners((record, thrown, attempt) -> {
            meters.counter("demarc.events.outages", "topic", destination).increment();
            LOG.warn("{}-{}@{} waits, attempt {}: {}", record.topic(), record.partition(), record.offset(), attempt,
                    thrown == null ? "unknown" : DeadLetterRecoverer.root(thrown).toString());
        });
        return handler;
    }
}
