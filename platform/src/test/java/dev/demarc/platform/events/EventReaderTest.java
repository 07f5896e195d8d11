package dev.demarc.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.demarc.contracts.Examples;
import dev.demarc.contracts.Topic;
import dev.demarc.contracts.event.EventType;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventReaderTest {

    private static final Map<String, String> HEADERS = Map.of("ce_specversion", "1.0", "ce_id", "1", "ce_source", "/x",
            "ce_type", EventType.SUBJECT_CHANGED.type(), "ce_time", "2026-11-20T09:20:00Z");

    @Test
    void aRecordWithoutCloudEventsHeadersIsPoison() {
        assertThat(poison(Map.of(), "{}").field()).isEqualTo("ce_specversion");
    }

    @Test
    void anUnknownTypeIsNamed() {
        Poison poison = poison(with("ce_type", "dev.demarc.nothing"), "{}");
        assertThat(poison.field()).isEqualTo("ce_type");
        assertThat(poison.reason()).contains("dev.demarc.nothing").contains("expected");
    }

    @Test
    void aTypeOnAnotherTopicThanItsOwnIsPoison() {
        assertThat(poison(with("ce_type", EventType.GAP_OPENED.type()), "{}").reason())
                .contains("demarc.assessment.gaps");
    }

    @Test
    void aBadTimeOrSpecificationVersionIsPoison() {
        assertThat(poison(with("ce_time", "yesterday"), "{}").reason()).contains("yesterday");
        assertThat(poison(with("ce_specversion", "7"), "{}").reason()).contains("7");
    }

    @Test
    void dataThatIsNotTheTypesIsPoisonWithItsPath() {
        String json = new String(Examples.bytes(EventType.SUBJECT_CHANGED), StandardCharsets.UTF_8)
                .replaceFirst("\"capturedAt\"\\s*:\\s*\"[^\"]*\"", "\"capturedAt\":\"yesterday\"");
        assertThat(poison(HEADERS, json).field()).contains("capturedAt");
        assertThat(poison(HEADERS, "not json").reason()).contains("not JSON");
        assertThat(poison(HEADERS, "null").reason()).contains("null");
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> headers = new HashMap<>(HEADERS);
        headers.put(name, value);
        return headers;
    }

    private static Poison poison(Map<String, String> headers, String value) {
        Received received = new Received(0, Topic.CHANGES.topicName(), 0, 0, "k", headers,
                value.getBytes(StandardCharsets.UTF_8));
        return catchThrowableOfType(Poison.class, () -> EventReader.read(received));
    }
}
