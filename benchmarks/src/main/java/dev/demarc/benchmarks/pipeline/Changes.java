package dev.demarc.benchmarks.pipeline;

import dev.demarc.assessment.model.SubjectIds;
import dev.demarc.contracts.ContractJson;
import dev.demarc.contracts.Topic;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.SubjectChanged;
import dev.demarc.contracts.subject.SubjectKind;
import dev.demarc.contracts.subject.SubjectRef;
import dev.demarc.contracts.subject.SubjectState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Buckets of a company as changes on the topic, each about 1.9 KB, half of them with something to find. */
final class Changes {

    private static final String GROUP = "demarc-assessment";
    private static final int ACCOUNTS = 20;

    private final String brokers;

    Changes(String brokers) {
        this.brokers = brokers;
    }

    void produce(int from, int count) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(Map.of("bootstrap.servers", brokers),
                new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<?>> sent = new ArrayList<>(count);
            for (int i = from; i < from + count; i++) {
                sent.add(producer.send(record(bucket(i), i)));
            }
            producer.flush();
            for (Future<?> each : sent) {
                each.get();
            }
        }
    }

    private static ProducerRecord<byte[], byte[]> record(SubjectChanged change, int number) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Topic.CHANGES.topicName(), bytes(change.key()),
                ContractJson.mapper().writeValueAsBytes(change));
        Map.of("ce_specversion", "1.0", "ce_id", "bench-" + number, "ce_source", "/demarc/benchmarks", "ce_type",
                EventType.SUBJECT_CHANGED.type(), "ce_time", change.receivedAt().toString(), "content-type",
                "application/json").forEach((name, value) -> record.headers().add(name, bytes(value)));
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static SubjectChanged bucket(int number) {
        String account = "1000000000%02d".formatted(number % ACCOUNTS);
        String name = "bucket-" + number;
        String arn = "arn:aws:s3:::" + name;
        boolean good = number % 2 == 0;
        Map<String, Object> supplementary = Map.of("BucketVersioningConfiguration",
                Map.of("status", good ? "Enabled" : "Off"), "BucketLoggingConfiguration",
                good ? Map.of("destinationBucketName", "logs", "logFilePrefix", name) : Map.of(),
                "PublicAccessBlockConfiguration",
                Map.of("blockPublicAcls", good, "ignorePublicAcls", good, "blockPublicPolicy", good,
                        "restrictPublicBuckets", good),
                "ServerSideEncryptionConfiguration",
                Map.of("rules", List.of(Map.of("applyServerSideEncryptionByDefault",
                        Map.of("sseAlgorithm", good ? "aws:kms" : "AES256")))),
                "BucketPolicy", Map.of("policyText", policy(arn)), "IsRequesterPaysEnabled", false,
                "AccessControlList", Map.of("owner", Map.of("id", "f".repeat(64)), "grantList", List.of()));
        SubjectRef ref = new SubjectRef(SubjectIds.resource("aws", "aws", account, arn), SubjectKind.RESOURCE, "aws",
                "aws", account, "eu-west-1", "AWS::S3::Bucket", arn, name);
        Instant at = Instant.parse("2026-05-04T12:00:00Z").plusMillis(number);
        return new SubjectChanged(ref, at, number, at, "aws-config", at, Map.of("app", "shop", "stage", "prod"),
                new SubjectState(Map.of("name", name, "owner", Map.of("id", "f".repeat(64))), supplementary, List.of()),
                null);
    }

    private static Map<String, Object> policy(String arn) {
        return Map.of("Version", "2012-10-17", "Statement",
                List.of(Map.of("Sid", "TlsOnly", "Effect", "Deny", "Principal", "*", "Action", "s3:*", "Resource",
                        List.of(arn, arn + "/*"), "Condition",
                        Map.of("Bool", Map.of("aws:SecureTransport", "false")))));
    }

    /** Waits until the service's group has committed all that is on the topic. */
    void awaitConsumed() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            while (lag(admin) > 0) {
                Thread.sleep(20);
            }
        }
    }

    private static long lag(Admin admin) throws Exception {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (int i = 0; i < Topic.CHANGES.partitions(); i++) {
            latest.put(new TopicPartition(Topic.CHANGES.topicName(), i), OffsetSpec.latest());
        }
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(GROUP)
                .partitionsToOffsetAndMetadata().get();
        long lag = 0;
        for (var end : admin.listOffsets(latest).all().get().entrySet()) {
            OffsetAndMetadata offset = committed.get(end.getKey());
            lag += end.getValue().offset() - (offset == null ? 0 : offset.offset());
        }
        return lag;
    }
}
