package dev.demarc.catalog;

import dev.demarc.catalog.publishing.CatalogStart;
import dev.demarc.contracts.Topic;
import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.ContractJson;
import dev.demarc.platform.security.Caller;
import dev.demarc.platform.security.InternalKeys;
import dev.demarc.platform.security.InternalTokenMinter;
import dev.demarc.platform.security.Role;
import dev.demarc.testsupport.TestBroker;
import dev.demarc.testsupport.TestStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service on the module's one broker and one store. */
final class TestService {

    static final Duration WAIT = Duration.ofSeconds(60);
    private static final String TOPIC = Topic.SERVICE_MODELS.topicName();
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final Path DIRECTORY = directory();
    private static final TestBroker BROKER = TestBroker.start();
    private static final TestStore STORE = TestStore.start();
    private static final InternalKeys KEYS = InternalKeys.generate(DIRECTORY);

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            STORE.close();
            BROKER.close();
        }));
    }

    private TestService() {}

    /** The service in a database of its own, as its main class starts it. */
    static ConfigurableApplicationContext start(String database, String location) {
        return new SpringApplicationBuilder(CatalogConfiguration.class).properties(Map.of(
                "spring.config.name", "catalog-service",
                "DEMARC_CATALOG_PORT", "0",
                "DEMARC_CATALOG_LOCATION", location,
                "DEMARC_KAFKA_BROKERS", BROKER.bootstrapServers(),
                "DEMARC_MONGODB_URI", STORE.connectionString(database),
                "DEMARC_INTERNAL_TOKEN_PUBLIC_KEY_FILE", KEYS.publicKey().toString())).run();
    }

    /** Starts, waits for the end of the publication and stops. */
    static void publish(String database, String location) {
        try (ConfigurableApplicationContext context = start(database, location)) {
            awaitPublished(context);
        }
    }

    static void awaitPublished(ConfigurableApplicationContext context) {
        try {
            context.getBean(CatalogStart.class).published().get(WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the catalog was not published", e);
        }
    }

    static String token(Role role) {
        return new InternalTokenMinter(InternalKeys.readPrivate(KEYS.privateKey()), Clock.systemUTC())
                .mint(new Caller("k-test", Set.of(role), Set.of()), "catalog");
    }

    /** Everything on the topic, in its order. */
    static List<ConsumerRecord<byte[], byte[]>> records() {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", BROKER.bootstrapServers()), new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (consumer.position(PARTITION) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    static Event event(ConsumerRecord<byte[], byte[]> record) {
        String type = new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
        return ContractJson.mapper().readValue(record.value(), EventType.named(type).orElseThrow().record());
    }

    /** Takes everything off the topic and puts these records there instead. */
    static void replaceTopic(List<ConsumerRecord<byte[], byte[]>> records) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", BROKER.bootstrapServers()))) {
            if (admin.listTopics().names().get().contains(TOPIC)) {
                admin.deleteTopics(List.of(TOPIC)).all().get();
            }
            Awaitility.await().atMost(WAIT).until(() -> !admin.listTopics().names().get().contains(TOPIC));
            if (!records.isEmpty()) {
                admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1)
                        .configs(Map.of("cleanup.policy", "compact")))).all().get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", BROKER.bootstrapServers()), new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (ConsumerRecord<byte[], byte[]> record : records) {
                producer.send(new ProducerRecord<>(TOPIC, 0, record.timestamp(), record.key(), record.value(),
                        record.headers())).get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory(Path.of("target"), "it-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
