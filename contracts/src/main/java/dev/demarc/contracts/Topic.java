package dev.demarc.contracts;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The topics: names, partitions, retention; the services create what is missing when they start. */
public enum Topic {
    /** What Kafka Connect or EventBridge delivers, as it comes; any key. */
    INGEST_RAW("demarc.ingest.raw", 6, Duration.ofDays(7)),
    /** Normalised changes, by subject. */
    CHANGES("demarc.workload.changes", 6, Duration.ofDays(7)),
    /** Every version of every service model and the publication marker; compacted, one partition for its order. */
    SERVICE_MODELS("demarc.catalog.service-models", 1, null),
    /** Teams, workloads, accounts; compacted, one partition for its order. */
    CONTEXT("demarc.assessment.context", 1, null),
    /** What is to be judged again, by subject. */
    REASSESS("demarc.assessment.reassess", 6, Duration.ofDays(7)),
    /** Transitions of gaps, by subject. */
    GAPS("demarc.assessment.gaps", 6, Duration.ofDays(30)),
    /** Changed outcomes, by subject. */
    OUTCOMES("demarc.assessment.outcomes", 6, Duration.ofDays(30)),
    /** What the assessment service could not process, with the reason in the headers. */
    ASSESSMENT_DEAD_LETTERS("demarc.assessment.dead-letters", 1, Duration.ofDays(30)),
    /** What the notification service could not process, with the reason in the headers. */
    NOTIFICATION_DEAD_LETTERS("demarc.notification.dead-letters", 1, Duration.ofDays(30));

    /** The largest record in bytes, the same for all topics; adapters cut a larger configuration off before. */
    public static final int MAX_RECORD_BYTES = 1_500_000;

    private final String topicName;
    private final int partitions;
    private final @Nullable Duration retention;

    Topic(String topicName, int partitions, @Nullable Duration retention) {
        this.topicName = topicName;
        this.partitions = partitions;
        this.retention = retention;
    }

    /** The name on the broker. */
    public String topicName() {
        return topicName;
    }

    /** How many partitions the topic is created with. */
    public int partitions() {
        return partitions;
    }

    /** How long records are kept; null for compacted topics, which keep the last record of each key. */
    public @Nullable Duration retention() {
        return retention;
    }
}
