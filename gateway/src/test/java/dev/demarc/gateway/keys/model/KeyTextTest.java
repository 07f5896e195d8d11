package dev.demarc.gateway.keys.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.gateway.keys.model.KeyText.Read;
import dev.demarc.gateway.keys.model.KeyText.Refused;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {

    private final KeyText key = KeyText.random(new SecureRandom());

    @Test
    void aKeyHasAFormThatScannersCanFind() {
        assertThat(key.text()).matches("dmk_[a-z2-7]{10}_[0-9A-Za-z]{46}");
        assertThat(key.prefix()).isEqualTo("dmk_" + key.id());
        assertThat(KeyText.read(key.text())).isEqualTo(new Read(key));
    }

    @Test
    void noTwoAreTheSame() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            seen.add(KeyText.random(new SecureRandom()).text());
        }
        assertThat(seen).hasSize(1_000);
    }

    @Test
    void everyMistypedCharacterIsToldFromAWrongKey() {
        String text = key.text();
        for (int i = text.indexOf('_', 4) + 1; i < text.length(); i++) {
            char other = text.charAt(i) == 'x' ? 'y' : 'x';
            String mistyped = text.substring(0, i) + other + text.substring(i + 1);
            assertThat(KeyText.read(mistyped)).isInstanceOfSatisfying(Refused.class,
                    refused -> assertThat(refused.why()).contains("mistyped"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "dmk_", "dmk_abc_def", "Bearer dmk_x", "ghp_0123456789"})
    void whatHasNotTheFormIsRefused(String text) {
        assertThat(KeyText.read(text)).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.why()).contains("form"));
    }

    @Test
    void aCutKeyIsRefused() {
        assertThat(KeyText.read(key.text().substring(0, key.text().length() - 1))).isInstanceOf(Refused.class);
    }

    @Test
    void itsSecretIsNotInItsString() {
        assertThat(key.toString()).doesNotContain(key.text().substring(15));
    }

    @Test
    void theHashNeedsThePepper() {
        Pepper pepper = new Pepper(new byte[32]);
        byte[] other = new byte[32];
        other[0] = 1;

        assertThat(pepper.hash(key)).matches("[0-9a-f]{64}").doesNotContain(key.text());
        assertThat(pepper.matches(key, pepper.hash(key))).isTrue();
        assertThat(new Pepper(other).matches(key, pepper.hash(key))).isFalse();
        assertThat(pepper.matches(KeyText.random(new SecureRandom()), pepper.hash(key))).isFalse();
        assertThatThrownBy(() -> new Pepper(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }
}
