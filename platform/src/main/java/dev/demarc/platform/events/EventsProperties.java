package dev.demarc.platform.events;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How to reach the broker; the defaults and their environment variables stand in {@code platform-defaults.yml}.
 *
 * @param brokers host:port, separated by commas
 * @param replication copies of each topic that is created
 * @param source the CloudEvents source of everything published, a URI reference
 * @param publishTimeout how long a publication waits for the broker before it fails
 * @param instance a name that this instance keeps over restarts, so that it gets its partitions back at once; empty for none
 */
@ConfigurationProperties("demarc.kafka")
public record EventsProperties(String brokers, short replication, String source, Duration publishTimeout,
        String instance) {}
