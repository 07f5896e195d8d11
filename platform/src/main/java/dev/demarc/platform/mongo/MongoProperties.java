package dev.demarc.platform.mongo;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How to reach the store; the defaults and their environment variables stand in {@code platform-defaults.yml}.
 *
 * @param uri a connection string that names the database
 * @param selectionTimeout how long an operation looks for a server before it fails as unavailable
 * @param readTimeout how long an answer may take
 */
@ConfigurationProperties("demarc.mongodb")
public record MongoProperties(String uri, Duration selectionTimeout, Duration readTimeout) {}
