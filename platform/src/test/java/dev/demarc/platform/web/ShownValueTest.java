package dev.demarc.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownValueTest {

    @Test
    void isCutAfterEightyCharacters() {
        assertThat(ShownValue.of("name", "x".repeat(81))).isEqualTo("x".repeat(80) + "…");
        assertThat(ShownValue.of("name", "x".repeat(80))).isEqualTo("x".repeat(80));
        assertThat(ShownValue.of("name", null)).isNull();
    }

    @Test
    void neverCutsACharacterInTwo() {
        assertThat(ShownValue.shortened("x".repeat(79) + "😀😀")).isEqualTo("x".repeat(79) + "…");
    }

    @Test
    void staysOnOneLineSoThatNoLogLineCanBeForged() {
        assertThat(ShownValue.of("name", "a\nb\r\u001b[0m\u202e")).doesNotContain("\n", "\r", "\u001b", "\u202e");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "db.masterUserPassword", "secret", "webhook.signingSecret", "accessToken",
            "Authorization", "apiKey", "api-key", "privateKey"})
    void isHiddenInAFieldThatHoldsSecrets(String field) {
        assertThat(ShownValue.of(field, "hunter2")).isEqualTo("(not shown)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-----BEGIN PRIVATE KEY-----", "AKIAIOSFODNN7EXAMPLE", "dmk_k1_abcdef", "whsec_abc",
            "eyJhbGciOiJFZERTQSJ9.e30.x", "mongodb://user:pw@host/db", "Bearer abc"})
    void isHiddenWhereItLooksLikeASecret(String value) {
        assertThat(ShownValue.of("name", value)).isEqualTo("(not shown)");
    }

    @Test
    void aModelKeyIsNoSecret() {
        assertThat(ShownValue.of("key", "aws/s3")).isEqualTo("aws/s3");
    }
}
