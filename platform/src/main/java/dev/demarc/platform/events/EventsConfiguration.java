package dev.demarc.platform.events;

import dev.demarc.contracts.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.stream.binder.kafka.support.ConsumerConfigCustomizer;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.cloud.stream.binding.InputBindingLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.support.converter.BatchMessageConverter;

/**
 * Events in and out; a service imports it, has a {@link Clock} bean, and begins its settings with
 * {@code spring.config.import: classpath:platform-defaults.yml}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventsProperties.class)
public class EventsConfiguration {

    /** The one producer. */
    @Bean
    RecordSender recordSender(EventsProperties properties, MeterRegistry meters) {
        return new RecordSender(ClientSettings.producer(properties, "demarc-producer",
                Topic.MAX_RECORD_BYTES + ClientSettings.DEAD_LETTER_ROOM), meters);
    }

    /** Publishes events. */
    @Bean
    EventPublisher eventPublisher(RecordSender sender, EventsProperties properties, MeterRegistry meters) {
        return new EventPublisher(sender, new EventWriter(properties.source()), meters);
    }

    /** Creates topics. */
    @Bean
    Topics topics(EventsProperties properties) {
        return new Topics(properties);
    }

    /** Makes readers of compacted topics. */
    @Bean
    CompactedTopics compactedTopics(EventsProperties properties, MeterRegistry meters) {
        return new CompactedTopics(properties, meters);
    }

    /** Makes readers of topics' ends. */
    @Bean
    TopicTails topicTails(EventsProperties properties) {
        return new TopicTails(properties);
    }

    /** Starts and stops consumers. */
    @Bean
    Bindings bindings(BindingsLifecycleController controller, InputBindingLifecycle lifecycle) {
        return new Bindings(controller, lifecycle);
    }

    /** Keeps a broker that is away from holding up the context. */
    @Bean
    static LaterBindings.Replacement laterBindings() {
        return new LaterBindings.Replacement();
    }

    /** Named in platform-defaults.yml. */
    @Bean
    BatchMessageConverter recordBatchConverter() {
        return new RecordBatchConverter();
    }

    /** The binder asks it for every consumer: a named instance is a static member of its groups, one for each function. */
    @Bean
    ConsumerConfigCustomizer instance(EventsProperties properties) {
        return (settings, binding, destination) -> {
            if (!properties.instance().isEmpty()) {
                settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, properties.instance() + "-" + binding);
            }
        };
    }

    /** The binder gives it every container. */
    @Bean
    ContainerErrors containerErrors(RecordSender sender, @Value("${demarc.dead-letters.topic:}") String deadLetterTopic,
            Clock clock, MeterRegistry meters) {
        return new ContainerErrors(deadLetterTopic, new DeadLetterRecoverer(sender, deadLetterTopic, clock, meters),
                meters);
    }
}
