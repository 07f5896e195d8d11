package dev.demarc.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.Schemas;
import dev.demarc.contracts.Topic;
import dev.demarc.contracts.event.EventType;
import dev.demarc.systemtests.support.Api;
import dev.demarc.systemtests.support.Contract;
import dev.demarc.systemtests.support.Gaps;
import dev.demarc.systemtests.support.Items;
import dev.demarc.systemtests.support.Json;
import dev.demarc.systemtests.support.Product;
import dev.demarc.systemtests.support.SharedProduct;
import dev.demarc.systemtests.support.Topics;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What any Kafka client finds on the topics of a running product. */
@ExtendWith(SharedProduct.class)
class TopicsIT {

    private static final int MOST = 500;

    private final Product product;

    TopicsIT(Product product) {
        this.product = product;
    }

    @BeforeAll
    static void somethingHappened(Product product) {
        Api api = product.api();
        api.post("/api/ingest/aws", Json.text(Items.item("user", "564738291056"))).expect(202);
        Gaps.await(api, Gaps.subject(api, "arn:aws:iam::564738291056:user/mira"), "iam-user-in-group");
    }

    @ParameterizedTest
    @EnumSource(names = {"CHANGES", "SERVICE_MODELS", "CONTEXT", "GAPS", "OUTCOMES"})
    void recordsAreCloudEventsThatKeepToTheirSchemas(Topic topic) {
        List<ConsumerRecord<String, byte[]>> records;
        try (Topics topics = new Topics(product)) {
            records = topics.read(topic).stream().filter(record -> record.value() != null).limit(MOST).toList();
        }
        assertThat(records).isNotEmpty();
        Set<String> ids = new HashSet<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            String type = header(record, "ce_type");
            assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
            assertThat(header(record, "content-type")).startsWith("application/json");
            assertThat(header(record, "ce_source")).startsWith("/demarc/");
            assertThat(OffsetDateTime.parse(header(record, "ce_time"))).isNotNull();
            ids.add(header(record, "ce_source") + " " + header(record, "ce_id"));
            EventType known = EventType.named(type).orElseThrow(() -> new AssertionError("unknown type " + type));
            assertThat(known.topic()).isEqualTo(topic);
            JsonNode value = Json.parse(new String(record.value(), UTF_8));
            assertThat(Contract.errors(Schemas.id(known), value)).as(type + " " + value).isEmpty();
        }
        assertThat(ids).as("ids of events").isNotEmpty().allSatisfy(id -> assertThat(id).doesNotEndWith(" "));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        assertThat(header).as(name + " of " + record.topic() + " at " + record.offset()).isNotNull();
        return new String(header.value(), UTF_8);
    }
}
