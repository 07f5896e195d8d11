package dev.demarc.benchmarks.pipeline;

import com.mongodb.ConnectionString;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.demarc.contracts.ContractJson;
import dev.demarc.contracts.Topic;
import dev.demarc.contracts.event.SubjectChanged;
import dev.demarc.platform.mongo.Await;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;

/**
 * The baseline: documents and events are those that the whole path has left behind, so nothing is decided and nothing is
 * encoded but what the drivers encode.
 */
final class BareLoop implements AutoCloseable {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final String brokers;
    private final MongoClient client;
    private final MongoCollection<Document> target;
    private final Map<String, Document> documents = new HashMap<>();
    private final Map<String, List<ConsumerRecord<byte[], byte[]>>> events = new HashMap<>();
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;

    BareLoop(String brokers, String uri) {
        this.brokers = brokers;
        this.client = MongoClients.create(uri);
        MongoDatabase database = client
                .getDatabase(Objects.requireNonNull(new ConnectionString(uri).getDatabase(), "database"));
        this.target = database.getCollection("bench.subjects");
        for (String field : List.of("gapIds", "pendingSince", "reassessAt", "account", "type", "workload", "nativeId",
                "deletedAt")) {
            Await.one(target.createIndex(new Document(field, 1)));
        }
        readEvents();
        Await.list(database.getCollection("assessment.subjects").find())
                .forEach(document -> documents.put(document.getString("_id"), withPending(document)));
        this.consumer = consumer(Map.of("bootstrap.servers", brokers, "group.id", "bench", "enable.auto.commit",
                "false",
                "max.poll.records", "500", "fetch.max.bytes", "16777216", "max.partition.fetch.bytes", "4194304",
                "auto.offset.reset", "earliest"));
        consumer.subscribe(List.of(Topic.CHANGES.topicName()));
        this.producer = new KafkaProducer<>(Map.of("bootstrap.servers", brokers, "acks", "all", "linger.ms", "0",
                "batch.size", "131072"), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> settings) {
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private void readEvents() {
        for (Topic topic : List.of(Topic.GAPS, Topic.OUTCOMES)) {
            List<TopicPartition> partitions = IntStream.range(0, topic.partitions())
                    .mapToObj(i -> new TopicPartition(topic.topicName(), i)).toList();
            try (KafkaConsumer<byte[], byte[]> reader = consumer(Map.of("bootstrap.servers", brokers))) {
                reader.assign(partitions);
                reader.seekToBeginning(partitions);
                Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
                while (partitions.stream().anyMatch(each -> reader.position(each) < ends.getOrDefault(each, 0L))) {
                    for (ConsumerRecord<byte[], byte[]> record : reader.poll(Duration.ofMillis(200))) {
                        events.computeIfAbsent(text(record.key()), key -> new ArrayList<>()).add(record);
                    }
                }
            }
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private Document withPending(Document document) {
        List<Document> pending = events.getOrDefault(document.getString("_id"), List.of()).stream()
                .map(event -> new Document("id", header(event, "ce_id")).append("type", header(event, "ce_type"))
                        .append("time", header(event, "ce_time")).append("data", text(event.value())))
                .toList();
        return document.append("pending", pending).append("lastPending", "last");
    }

    private static String header(ConsumerRecord<byte[], byte[]> event, String name) {
        return text(event.headers().lastHeader(name).value());
    }

    void run(int items) throws Exception {
        int done = 0;
        while (done < items) {
            ConsumerRecords<byte[], byte[]> batch = consumer.poll(Duration.ofMillis(500));
            if (!batch.isEmpty()) {
                process(batch);
                consumer.commitSync();
                done += batch.count();
            }
        }
    }

    private void process(ConsumerRecords<byte[], byte[]> batch) throws Exception {
        List<String> ids = new ArrayList<>(batch.count());
        for (ConsumerRecord<byte[], byte[]> record : batch) {
            ids.add(ContractJson.mapper().readValue(record.value(), SubjectChanged.class).subject().id());
        }
        Await.list(target.find(new Document("_id", new Document("$in", ids))).batchSize(ids.size() + 1));
        Await.one(target.bulkWrite(ids.stream()
                .map(id -> new ReplaceOneModel<>(new Document("_id", id).append("revision", 0L),
                        documents.getOrDefault(id, new Document()), new ReplaceOptions().upsert(true)))
                .toList(), UNORDERED));
        List<Future<?>> sent = new ArrayList<>();
        for (String id : ids) {
            for (ConsumerRecord<byte[], byte[]> event : events.getOrDefault(id, List.of())) {
                sent.add(producer.send(new ProducerRecord<>(event.topic(), null, event.key(), event.value(),
                        event.headers())));
            }
        }
        producer.flush();
        for (Future<?> each : sent) {
            each.get();
        }
        Await.one(target.bulkWrite(ids.stream()
                .map(id -> new UpdateOneModel<Document>(new Document("_id", id).append("lastPending", "last"),
                        new Document("$set", new Document("pending", List.of()))
                                .append("$unset", new Document("pendingSince", "").append("lastPending", ""))))
                .toList(), UNORDERED));
    }

    @Override
    public void close() {
        consumer.close();
        producer.close();
        client.close();
    }
}
