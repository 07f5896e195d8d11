package dev.demarc.platform.events;

import dev.demarc.contracts.Topic;
import io.micrometer.core.instrument.MeterRegistry;

/** Makes readers of compacted topics. */
public final class CompactedTopics {

    private final EventsProperties properties;
    private final MeterRegistry meters;

    CompactedTopics(EventsProperties properties, MeterRegistry meters) {
        this.properties = properties;
        this.meters = meters;
    }

    /** A reader of a whole topic; as a bean it starts and stops with the context. */
    public CompactedTopicReader reader(Topic topic, CompactedTopicHandler handler) {
        if (topic.retention() != null || topic.partitions() != 1) {
            throw new IllegalArgumentException(topic.topicName() + " is not a compacted topic of one partition");
        }
        return new CompactedTopicReader(topic.topicName(), handler,
                ClientSettings.reader(properties, "demarc-" + topic.topicName()), meters);
    }
}
