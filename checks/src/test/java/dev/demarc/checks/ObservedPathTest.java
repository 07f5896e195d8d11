package dev.demarc.checks;

import static dev.demarc.checks.Given.input;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

class ObservedPathTest {

    @Test
    void aPathGoesThroughLists() {
        Map<String, @Nullable Object> rules = Map.of("rules",
                List.of(Map.of("ranges", List.of("10.0.0.0/8")), Map.of("ranges", List.of("0.0.0.0/0"))));
        assertThat(observe("resource.configuration.rules.ranges", rules))
                .isEqualTo(List.of(List.of("10.0.0.0/8"), List.of("0.0.0.0/0")));
        assertThat(ObservedPath.of("resource.configuration.rules.ports").in(input(rules)).present()).isFalse();
    }

    @Test
    void aNullIsPresent() {
        Map<String, @Nullable Object> configuration = new HashMap<>();
        configuration.put("key", null);
        assertThat(ObservedPath.of("resource.configuration.key").in(input(configuration)))
                .satisfies(value -> assertThat(value.present()).isTrue())
                .satisfies(value -> assertThat(value.value()).isNull());
    }

    @Test
    void aLongTextIsCutOffAndAChangeOfItsEndStillShows() {
        Object one = observe("resource.configuration.text", Map.of("text", "x".repeat(5000) + "1"));
        Object two = observe("resource.configuration.text", Map.of("text", "x".repeat(5000) + "2"));
        assertThat(one.toString()).hasSizeLessThan(400).contains("4701 more characters");
        assertThat(two).isNotEqualTo(one);
    }

    @Test
    void aLongListIsCutOffAndAChangeOfItsEndStillShows() {
        Object one = observe("resource.configuration.list",
                Map.of("list", IntStream.range(0, 5000).boxed().toList()));
        Object two = observe("resource.configuration.list",
                Map.of("list", IntStream.range(0, 5000).map(i -> i == 4999 ? 0 : i).boxed().toList()));
        assertThat(one).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(21);
        assertThat(two).isNotEqualTo(one);
    }

    @Test
    void aLargeTreeIsCutOffAsAWhole() {
        Map<String, @Nullable Object> wide = new HashMap<>();
        IntStream.range(0, 50).forEach(i -> wide.put("k" + i, Collections.nCopies(50, Map.of("a", "b".repeat(100)))));
        assertThat(String.valueOf(observe("resource.configuration", wide))).hasSizeLessThan(50_000);
    }

    private static Object observe(String path, Map<String, @Nullable Object> configuration) {
        return Objects.requireNonNull(ObservedPath.of(path).in(input(configuration)).value());
    }
}
