package dev.demarc.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class SchemasMatchRecordsTest {

    private static final JsonNode SHARED = ContractJson.mapper()
            .readTree(Objects.requireNonNull(Schemas.text(Schemas.BASE + "schemas/common.json"))).path("$defs");

    private static final List<Class<?>> CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.demarc.contracts").stream()
            .<Class<?>>map(JavaClass::reflect).toList();

    static Stream<Class<?>> records() {
        return CLASSES.stream().filter(Class::isRecord);
    }

    static Stream<Class<?>> enums() {
        return CLASSES.stream().filter(type -> type.isEnum() && type != EventType.class && type != Topic.class);
    }

    @ParameterizedTest
    @MethodSource("records")
    void a_record_has_the_properties_of_its_schema(Class<?> type) {
        assertThat(names(type)).containsExactlyElementsOf(schema(type).path("properties").propertyNames());
    }

    @ParameterizedTest
    @MethodSource("records")
    void a_property_is_required_unless_the_component_may_be_null(Class<?> type) {
        List<String> required = schema(type).path("required").valueStream().map(JsonNode::asString).toList();

        assertThat(required).containsExactlyElementsOf(Arrays.stream(type.getRecordComponents())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName).toList());
    }

    @ParameterizedTest
    @MethodSource("records")
    void a_component_of_our_own_type_refers_to_the_one_definition(Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            Class<?> part = component.getType();
            if (part.isRecord() || part.isEnum() || part == Instant.class) {
                assertThat(schema(type).path("properties").path(component.getName()).path("$ref").asString(""))
                        .as(component.getName()).endsWith("#/$defs/" + part.getSimpleName());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("enums")
    void an_enum_has_the_words_of_its_schema(Class<?> type) {
        List<String> words = SHARED.path(type.getSimpleName()).path("enum").valueStream().map(JsonNode::asString)
                .toList();

        assertThat(Arrays.stream(type.getEnumConstants()).map(word -> Words.of((Enum<?>) word)).toList())
                .isNotEmpty().isEqualTo(words);
    }

    @Test
    void the_shared_definitions_hold_nothing_that_java_does_not_know() {
        Set<String> known = Stream.concat(records().filter(type -> !Event.class.isAssignableFrom(type)), enums())
                .map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new));

        Set<String> schemas = SHARED.propertyStream()
                .filter(definition -> definition.getValue().has("enum") || definition.getValue().has("properties"))
                .map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));

        assertThat(schemas).isEqualTo(known);
    }

    private static JsonNode schema(Class<?> type) {
        return Arrays.stream(EventType.values()).filter(event -> event.record() == type).findAny()
                .map(Schemas::json).orElseGet(() -> SHARED.path(type.getSimpleName()));
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
    }
}
