package dev.demarc.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void comesBackAsItWasGiven() {
        Cursor cursor = Cursor.of("gaps:dueAt", "2026-11-22T09:30:00Z", "g-abc", "", "Ünï/?&=");

        assertThat(Cursor.decode("gaps:dueAt", cursor.encode())).isEqualTo(cursor);
    }

    @Test
    void isSafeInAnAddress() {
        assertThat(Cursor.of("gaps", "a?b&c=d/é", "\u0000\uffff").encode()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void isAbsentOnTheFirstPage() {
        assertThat(Cursor.decode("gaps", null)).isNull();
        assertThat(Cursor.decode("gaps", "")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "!!!", "AAAA", "1", "AQAAAAA", "eyJhIjoxfQ", "%00", "AQAAAAAAAAAA"})
    void garbageIsBadInput(String garbage) {
        assertThatThrownBy(() -> Cursor.decode("gaps", garbage)).isInstanceOfSatisfying(BadInput.class,
                e -> assertThat(e.problem().field()).isEqualTo("cursor"));
    }

    @Test
    void everyChangedCharacterIsNoticed() {
        String text = Cursor.of("gaps", "g-1").encode();
        for (int i = 0; i < text.length() - 1; i++) {
            String changed = text.substring(0, i) + (text.charAt(i) == 'A' ? 'B' : 'A') + text.substring(i + 1);
            assertThatThrownBy(() -> Cursor.decode("gaps", changed)).isInstanceOf(BadInput.class);
        }
    }

    @Test
    void everyCutIsNoticed() {
        String text = Cursor.of("gaps", "g-1").encode();
        for (int i = 1; i < text.length(); i++) {
            String cut = text.substring(0, i);
            assertThatThrownBy(() -> Cursor.decode("gaps", cut)).isInstanceOf(BadInput.class);
        }
    }

    @Test
    void belongsToItsListAlone() {
        String text = Cursor.of("gaps:dueAt", "x").encode();

        assertThatThrownBy(() -> Cursor.decode("gaps:severity", text)).isInstanceOf(BadInput.class);
    }

    @Test
    void oneTooManyItemsReadMeansThatThereIsANextPage() {
        Page<String> page = Page.of(List.of("a", "b", "c"), 2, 9L, last -> Cursor.of("list", last));

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(Cursor.decode("list", page.next())).isEqualTo(Cursor.of("list", "b"));
        assertThat(page.map(String::length).items()).containsExactly(1, 1);
        assertThat(Page.of(List.of("a", "b"), 2, null, last -> Cursor.of("list", last)).next()).isNull();
    }
}
