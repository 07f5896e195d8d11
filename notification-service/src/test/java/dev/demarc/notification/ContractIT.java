package dev.demarc.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.demarc.contracts.Topic;
import dev.demarc.contracts.event.GapEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ContractIT {

    private static final Service SERVICE = Service.shared();

    @Test
    void theServedOperationsAreThoseOfTheContract() throws IOException {
        Set<String> served = new TreeSet<>();
        SERVICE.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().keySet()
                .forEach(info -> info.getMethodsCondition().getMethods().forEach(method -> info.getPatternsCondition()
                        .getPatterns().forEach(pattern -> served.add(method + " " + pattern))));
        assertThat(served).isEqualTo(contract());
    }

    @Test
    void whatCannotBeReadGoesToTheDeadLettersAndTheRestGoesOn() throws Exception {
        Receiver receiver = Receiver.of("poison");
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", SERVICE.brokers()), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topic.GAPS.topicName(), "r-g-poison",
                    "no event".getBytes(StandardCharsets.UTF_8))).get();
        }
        SERVICE.publish(Gaps.opened("g-poison", "poison"));
        receiver.received(1);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !letters().isEmpty());
        assertThat(letters().getFirst().get("topic").asString()).isEqualTo(Topic.GAPS.topicName());
        assertThat(letters().getFirst().get("reason").asString()).contains("CloudEvent");
    }

    private static List<JsonNode> letters() {
        return Deliveries.get("/api/dead-letters/notification").get("items").valueStream().toList();
    }

    private static Set<String> contract() throws IOException {
        Set<String> operations = new TreeSet<>();
        try (InputStream file = Objects.requireNonNull(
                GapEvent.class.getResourceAsStream("/dev/demarc/contracts/openapi.yaml"))) {
            JsonNode paths = new JsonMapper().valueToTree(new Yaml().<Object>load(file)).get("paths");
            paths.propertyStream().forEach(path -> path.getValue().propertyStream()
                    .filter(operation -> operation.getValue().isObject()
                            && operation.getValue().path("tags").toString().equals("[\"notification\"]"))
                    .forEach(operation -> operations
                            .add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        }
        return operations;
    }
}
