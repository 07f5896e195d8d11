package dev.demarc.assessment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The service's own settings; the defaults and their environment variables stand in {@code assessment-service.yml}.
 *
 * @param due how long a team has for a gap
 * @param baselineLasts how long after it was first heard of an account turns live without a complete inventory
 * @param sweepAfter how old an unpublished event must be for its writer to be taken for dead
 * @param tombstonesLast how long deleted subjects are remembered; longer than the topics' retention
 */
@ConfigurationProperties("demarc.assessment")
public record AssessmentProperties(Due due, Duration baselineLasts, Duration sweepAfter, Duration tombstonesLast) {

    /** By severity. */
    public record Due(Duration critical, Duration high, Duration medium, Duration low) {}
}
