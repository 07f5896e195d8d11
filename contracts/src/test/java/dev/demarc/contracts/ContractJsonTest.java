package dev.demarc.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.GapOpened;
import dev.demarc.contracts.event.SubjectChanged;
import dev.demarc.contracts.event.SubjectDeleted;
import dev.demarc.contracts.gap.ObservedValue;
import dev.demarc.contracts.subject.SubjectState;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ContractJsonTest {

    private static final JsonMapper JSON = ContractJson.mapper();

    @Test
    void instants_are_iso_8601_to_the_nanosecond() {
        assertThat(JSON.writeValueAsString(Instant.parse("2026-11-20T09:15:02.418093001Z")))
                .isEqualTo("\"2026-11-20T09:15:02.418093001Z\"");
        assertThat(JSON.writeValueAsString(Instant.parse("2026-11-20T09:15:00Z")))
                .isEqualTo("\"2026-11-20T09:15:00Z\"");
    }

    @Test
    void absent_fields_are_left_out_and_empty_collections_are_not() {
        SubjectDeleted deleted = (SubjectDeleted) Examples.event(EventType.SUBJECT_DELETED);
        SubjectChanged changed = new SubjectChanged(deleted.subject(), deleted.capturedAt(), 1, deleted.receivedAt(),
                "aws-config", null, Map.of(), null, "summary only");

        assertThat(JSON.<ObjectNode>valueToTree(changed).propertyNames()).containsExactly("subject", "capturedAt",
                "stateId", "receivedAt", "source", "tags", "stateMissing");
    }

    @Test
    void nulls_inside_a_configuration_stay() {
        SubjectState state = state("{\"a\":null,\"b\":[null,{\"c\":null}]}");

        assertThat(state.configuration()).containsEntry("a", null);
        assertThat(JSON.writeValueAsString(state.configuration())).isEqualTo("{\"a\":null,\"b\":[null,{\"c\":null}]}");
    }

    @Test
    void whole_numbers_are_long_and_beyond_it_big_integers() {
        Map<String, @Nullable Object> read = state(
                "{\"small\":1,\"long\":9223372036854775807,\"big\":9223372036854775808,\"minus\":-9223372036854775809}")
                .configuration();

        assertThat(read).containsEntry("small", 1L).containsEntry("long", Long.MAX_VALUE)
                .containsEntry("big", new BigInteger("9223372036854775808"))
                .containsEntry("minus", new BigInteger("-9223372036854775809"));
        assertThat(JSON.writeValueAsString(read)).isEqualTo(
                "{\"small\":1,\"long\":9223372036854775807,\"big\":9223372036854775808,\"minus\":-9223372036854775809}");
    }

    @Test
    void numbers_with_a_fraction_are_doubles() {
        assertThat(state("{\"x\":0.25,\"y\":1e3}").configuration()).containsEntry("x", 0.25).containsEntry("y", 1000.0);
        assertThat(state("{\"x\":1e400}").configuration()).containsEntry("x", new BigDecimal("1e400"));
    }

    @Test
    void an_observed_null_is_told_from_an_absent_path() {
        assertThat(JSON.writeValueAsString(new ObservedValue("resource.configuration.a", null, true)))
                .isEqualTo("{\"path\":\"resource.configuration.a\",\"present\":true}");
        assertThat(JSON.writeValueAsString(new ObservedValue("resource.configuration.a", null, false)))
                .isEqualTo("{\"path\":\"resource.configuration.a\",\"present\":false}");
    }

    @Test
    void unknown_fields_are_passed_over() {
        ObjectNode json = (ObjectNode) Examples.json(EventType.GAP_OPENED);
        json.put("added", "by a later version");

        assertThat(JSON.treeToValue(json, GapOpened.class)).isEqualTo(Examples.event(EventType.GAP_OPENED));
    }

    @Test
    void absent_collections_are_empty() {
        ObjectNode json = (ObjectNode) Examples.json(EventType.SUBJECT_CHANGED);
        json.remove("tags");

        assertThat(JSON.treeToValue(json, SubjectChanged.class).tags()).isEmpty();
    }

    @Test
    void a_field_that_must_be_there_is_named_where_it_is_missing_or_null() {
        ObjectNode missing = (ObjectNode) Examples.json(EventType.SUBJECT_DELETED);
        missing.remove("subject");
        ObjectNode none = (ObjectNode) Examples.json(EventType.SUBJECT_DELETED);
        none.putNull("subject");
        ObjectNode number = (ObjectNode) Examples.json(EventType.SUBJECT_DELETED);
        number.remove("stateId");

        assertThatThrownBy(() -> JSON.treeToValue(missing, SubjectDeleted.class)).hasMessageContaining("subject");
        assertThatThrownBy(() -> JSON.treeToValue(none, SubjectDeleted.class)).hasMessageContaining("subject");
        assertThatThrownBy(() -> JSON.treeToValue(number, SubjectDeleted.class)).hasMessageContaining("stateId");
    }

    @Test
    void an_unknown_word_is_named_with_the_known_ones() {
        ObjectNode json = (ObjectNode) Examples.json(EventType.GAP_OPENED);
        json.put("origin", "rumour");

        assertThatThrownBy(() -> JSON.treeToValue(json, GapOpened.class)).hasMessageContaining(
                "'rumour' is none of live, baseline, model, time, context, command").hasMessageContaining("origin");
    }

    private static SubjectState state(String configuration) {
        return JSON.readValue("{\"configuration\":" + configuration + "}", SubjectState.class);
    }
}
