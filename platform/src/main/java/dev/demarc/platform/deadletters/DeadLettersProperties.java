package dev.demarc.platform.deadletters;

import dev.demarc.contracts.Topic;
import java.util.Arrays;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The dead letters of a service; each service names its own.
 *
 * @param service the short name in paths and collections, {@code assessment}
 * @param topic the name of the dead-letter topic
 */
@ConfigurationProperties("demarc.dead-letters")
public record DeadLettersProperties(String service, String topic) {

    Topic contract() {
        return Arrays.stream(Topic.values()).filter(known -> known.topicName().equals(topic)).findAny()
                .orElseThrow(() -> new IllegalArgumentException(
                        "demarc.dead-letters.topic is '%s', expected one of the topics in contracts".formatted(topic)));
    }
}
