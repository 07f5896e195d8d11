package dev.demarc.assessment.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamPositionTest {

    private static StreamPosition at(Long... next) {
        return new StreamPosition(List.of(next));
    }

    @Test
    void its_text_is_read_back_as_the_same_place() {
        StreamPosition position = at(12L, 0L, 999_999_999_999_999_999L);

        assertThat(position.text()).isEqualTo("0.12-1.0-2.999999999999999999");
        assertThat(StreamPosition.parse(position.text())).contains(position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0.", ".1", "0.1-", "-0.1", "1.0", "0.1-2.2", "0.1-0.2", "1.1-0.2", "0.01", "00.1",
            "0.-1", "0.1 ", "0.1,1.2", "0.1000000000000000000", "0.x", "0.1-1.٣", "0.1\n"})
    void any_other_text_is_none(String text) {
        assertThat(StreamPosition.parse(text)).isEmpty();
    }

    @Test
    void a_text_without_end_is_none() {
        assertThat(StreamPosition.parse("0.1-".repeat(400))).isEmpty();
    }

    @Test
    void the_later_of_two_is_the_later_in_each_partition() {
        assertThat(at(5L, 1L).orLater(at(3L, 4L))).isEqualTo(at(5L, 4L));
        assertThat(at(5L, 4L).reaches(at(5L, 3L))).isTrue();
        assertThat(at(5L, 4L).reaches(at(6L, 3L))).isFalse();
        assertThat(at(5L, 4L).reaches(at(5L))).isFalse();
        assertThat(at(5L, 4L).isBefore(1, 4)).isTrue();
        assertThat(at(5L, 4L).isBefore(1, 3)).isFalse();
    }
}
