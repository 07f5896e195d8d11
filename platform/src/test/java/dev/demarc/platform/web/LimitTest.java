package dev.demarc.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitTest {

    @Test
    void isFiftyUnlessAsked() {
        assertThat(Limit.parse(null)).isEqualTo(50);
        assertThat(Limit.parse(" ")).isEqualTo(50);
        assertThat(Limit.parse("1")).isEqualTo(1);
        assertThat(Limit.parse("500")).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "-1", "x", "1e2", "99999999999999999999", "1.5"})
    void isRefusedOutsideOfItsBounds(String text) {
        assertThatThrownBy(() -> Limit.parse(text)).isInstanceOfSatisfying(BadInput.class, e -> {
            assertThat(e.problem().field()).isEqualTo("limit");
            assertThat(e.problem().value()).isEqualTo(text);
            assertThat(e.problem().expected()).isEqualTo("a whole number from 1 to 500");
        });
    }
}
