package dev.demarc.platform.deadletters;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.demarc.platform.events.BatchFunction;
import dev.demarc.platform.events.RecordSender;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/**
 * The dead letters of a service: imports it beside events and mongo, names {@code demarc.dead-letters.service} and
 * {@code .topic}, and lists the function {@code deadLetters} with its own.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeadLettersProperties.class)
public class DeadLettersConfiguration {

    @Bean
    DeadLetterStore deadLetterStore(MongoDatabase database, DeadLettersProperties properties) {
        return new DeadLetterStore(database, properties.service());
    }

    @Bean
    DeadLetters deadLetterService(DeadLetterStore store, RecordSender sender, DeadLettersProperties properties,
            Clock clock) {
        return new DeadLetters(store, sender, properties.contract(), clock);
    }

    @Bean
    Consumer<Message<List<byte[]>>> deadLetters(DeadLetters service) {
        return BatchFunction.ofRecords(service::keep);
    }

    @Bean
    DeadLettersController deadLettersController(DeadLetters service) {
        return new DeadLettersController(service);
    }
}
