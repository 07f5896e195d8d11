package dev.demarc.platform.events;

import dev.demarc.contracts.Topic;
import dev.demarc.platform.runtime.Patience;
import dev.demarc.platform.runtime.Unavailable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the topics that are missing, with their partitions, retention or compaction, and largest record. */
public final class Topics {

    private static final Logger LOG = LoggerFactory.getLogger(Topics.class);
    private static final String DEAD_LETTERS = "dead-letters";
    private static final int TIMEOUT_MS = 5_000;

    private final EventsProperties properties;

    Topics(EventsProperties properties) {
        this.properties = properties;
    }

    /** Creates what is missing and leaves what is there as it is; blocks until the broker has all, however long it is away. */
    public void create(Topic... topics) {
        Patience.until("creating topics", () -> {
            try (Admin admin = admin()) {
                create(admin, topics);
                return true;
            }
        });
    }

    private Admin admin() {
        Map<String, Object> settings = ClientSettings.common(properties, "demarc-topics");
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
        try {
            return Admin.create(settings);
        } catch (KafkaException e) {
            throw new BrokerAway("no admin client could be made: " + e.getMessage(), e);
        }
    }

    private void create(Admin admin, Topic... topics) {
        Set<String> present = get(admin.listTopics().names());
        var missing = Arrays.stream(topics).filter(topic -> !present.contains(topic.topicName())).map(this::newTopic)
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        for (KafkaFuture<Void> created : admin.createTopics(missing).values().values()) {
            try {
                get(created);
            } catch (TopicExistsException e) {
                LOG.debug("another service was quicker", e);
            }
        }
    }

    private NewTopic newTopic(Topic topic) {
        Map<String, String> settings = new HashMap<>();
        boolean deadLetters = topic.topicName().endsWith(DEAD_LETTERS);
        settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(
                deadLetters ? Topic.MAX_RECORD_BYTES + ClientSettings.DEAD_LETTER_ROOM : Topic.MAX_RECORD_BYTES));
        if (topic.retention() == null) {
            settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        } else {
            settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
            settings.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(topic.retention().toMillis()));
        }
        return new NewTopic(topic.topicName(), topic.partitions(), properties.replication()).configs(settings);
    }

    private static <T extends @Nullable Object> T get(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted while creating topics", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        }
    }
}
