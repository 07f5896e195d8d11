package dev.demarc.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class GoldenExamplesTest {

    @ParameterizedTest
    @EnumSource
    void the_example_keeps_to_its_schema(EventType type) {
        assertThat(Validation.errors(Schemas.id(type), Examples.json(type))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_example_reads_into_its_record_and_writes_back_as_the_same_json(EventType type) {
        Event event = Examples.event(type);

        assertThat(EventType.of(event)).isEqualTo(type);
        assertThat(ContractJson.mapper().readTree(ContractJson.mapper().writeValueAsBytes(event)))
                .isEqualTo(Examples.json(type));
    }

    @ParameterizedTest
    @EnumSource
    void the_example_has_a_key(EventType type) {
        assertThat(Examples.event(type).key()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void the_schema_refuses_a_field_that_it_does_not_know(EventType type) {
        ObjectNode json = (ObjectNode) Examples.json(type);
        json.put("surprise", true);

        assertThat(Validation.errors(Schemas.id(type), json)).anyMatch(error -> error.contains("surprise"));
    }

    @ParameterizedTest
    @EnumSource
    void the_schema_misses_each_field_that_must_be_there(EventType type) {
        for (JsonNode required : Schemas.json(type).path("required")) {
            ObjectNode json = (ObjectNode) Examples.json(type);
            json.remove(required.asString());

            assertThat(Validation.errors(Schemas.id(type), json)).as(required.asString())
                    .anyMatch(error -> error.contains(required.asString()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_type_is_found_by_its_cloudevents_name(EventType type) {
        assertThat(EventType.named(type.type())).contains(type);
        assertThat(EventType.named(type.type() + ".v2")).isEmpty();
    }
}
