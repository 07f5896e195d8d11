package dev.demarc.platform.events;

import dev.demarc.contracts.Topic;

/** Makes readers of topics' ends. */
public final class TopicTails {

    private final EventsProperties properties;

    TopicTails(EventsProperties properties) {
        this.properties = properties;
    }

    /** A reader that begins at most this many records before the end of each partition; as a bean it starts and stops with the context. */
    public TopicTail tail(Topic topic, int back, TopicTailHandler handler) {
        return new TopicTail(topic.topicName(), back, handler,
                ClientSettings.reader(properties, "demarc-tail-" + topic.topicName()));
    }
}
