package dev.demarc.notification.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.notification.Gaps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigningSecretsTest {

    private static final Instant NOW = Gaps.AT;
    private static final Duration DAY = Duration.ofHours(24);

    @Test
    void aRotatedSecretSignsBesideItsSuccessorForADay() {
        SigningSecrets rotated = SigningSecrets.first("old", NOW).rotated("new", NOW, DAY);
        assertThat(signing(rotated, NOW)).containsExactly("new", "old");
        assertThat(signing(rotated, NOW.plus(DAY).minusMillis(1))).containsExactly("new", "old");
        assertThat(signing(rotated, NOW.plus(DAY))).containsExactly("new");
    }

    @Test
    void anotherRotationDoesNotLengthenTheFirst() {
        SigningSecrets twice = SigningSecrets.first("a", NOW).rotated("b", NOW, DAY)
                .rotated("c", NOW.plus(Duration.ofHours(1)), DAY);
        assertThat(signing(twice, NOW.plus(Duration.ofHours(2)))).containsExactly("c", "b", "a");
        assertThat(signing(twice, NOW.plus(DAY))).containsExactly("c", "b");
    }

    @Test
    void noMoreThanThreeSign() {
        SigningSecrets secrets = SigningSecrets.first("0", NOW);
        for (int i = 1; i < 9; i++) {
            secrets = secrets.rotated(Integer.toString(i), NOW, DAY);
        }
        assertThat(signing(secrets, NOW)).containsExactly("8", "7", "6");
    }

    private static List<String> signing(SigningSecrets secrets, Instant now) {
        return secrets.signingAt(now).stream().map(SealedSecret::ciphertext).toList();
    }
}
