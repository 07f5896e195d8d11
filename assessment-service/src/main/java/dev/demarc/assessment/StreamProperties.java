package dev.demarc.assessment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the live stream of gaps; the defaults and their environment variables stand in {@code assessment-service.yml}.
 *
 * @param kept how many transitions are kept for readers that come back, and how many may wait to be listed
 * @param buffer how many transitions a reader may be behind before it is told that it missed some
 * @param clients how many streams may be open at the same time
 * @param heartbeat how often a stream shows that it is alive
 */
@ConfigurationProperties("demarc.assessment.stream")
public record StreamProperties(int kept, int buffer, int clients, Duration heartbeat) {

    /** Refuses what can't work. */
    public StreamProperties {
        if (buffer < 1 || kept < buffer || clients < 1 || heartbeat.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "demarc.assessment.stream: kept is %d, buffer %d, clients %d, heartbeat %s; expected kept >= buffer >= 1, clients >= 1, heartbeat >= 1ms"
                            .formatted(kept, buffer, clients, heartbeat));
        }
    }
}
