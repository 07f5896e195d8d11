package dev.demarc.assessment.ingest;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class RedactionTest {

    private static final Redaction REDACTION = new Redaction(new RedactionRules(List.of("A::B::C state.env.*")));

    private static @Nullable Object redacted(String json) throws NotJson {
        Map<String, @Nullable Object> tree = requireNonNull(JsonTree.object(JsonTree.parse(json, 50)));
        REDACTION.redact("A::B::C", "state", tree);
        return tree;
    }

    private static @Nullable Object parsed(String json) throws NotJson {
        return JsonTree.parse(json, 50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "dbPassword", "MASTER_USER_PASSWORD", "pre-shared-key", "clientSecret",
            "authToken",
            "splunk-token", "secretAccessKey", "privateKey", "connection_string", "apiKey", "userData", "PSK"})
    void namesThatEndLikeASecretAreRedacted(String name) throws NotJson {
        assertThat(redacted("{\"%s\":\"hunter2\"}".formatted(name))).isEqualTo(Map.of(name, "[redacted]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"passwordLastUsed", "iAMDatabaseAuthenticationEnabled", "kmsKeyId", "publicKey",
            "publicKeySHA256",
            "masterUsername", "secretArn", "httpTokens", "clientToken", "keyName", "nextToken", "passwordPolicy", "key",
            "sshPublicKey", "rotationLambdaARN", "accessKeyId", "tokenValidity", "minimumPasswordLength"})
    void namesThatChecksNeedStay(String name) throws NotJson {
        assertThat(redacted("{\"%s\":\"hunter2\"}".formatted(name))).isEqualTo(Map.of(name, "hunter2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "\"\"", "\"arn:aws:secretsmanager:eu-central-1:1:secret:x\"",
            "\"{{resolve:secretsmanager:x}}\"", "\"required\"", "{\"secretArn\":\"x\"}"})
    void referencesSwitchesAndAbsenceStay(String value) throws NotJson {
        assertThat(redacted("{\"clientSecret\":%s}".formatted(value)))
                .isEqualTo(parsed("{\"clientSecret\":%s}".formatted(value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres://shop:hunter2@db/orders", "redis://:hunter2@cache:6379",
            "Server=db;User=a;Password=hunter2;",
            "aws_secret_access_key = abc", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            "x -----BEGIN EC PRIVATE KEY----- y",
            "curl https://hooks.slack.com/services/T0/B0/xyz", "token ghp_0123456789abcdefghijABCDEFGHIJ",
            "{broken \"password\": \"hunter2\"", "PGPASSWORD=hunter2 psql"})
    void valuesThatLookLikeSecretsAreRedactedWhateverTheirName(String value) throws NotJson {
        assertThat(redacted(JsonMapper.shared().writeValueAsString(Map.of("any", value))))
                .isEqualTo(Map.of("any", "[redacted]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017-04-05T22:23:11.677Z", "https://example.com:8080/path@x", "PASSWORD=$DB_PASSWORD",
            "da39a3ee5e6b4b0d3255bfef95601890afd80709", "ZkTWpHgwAXQyaM4BvVo9y0Uq2b7J1ZVfYZgkm3P3Cq8=",
            "s3://bucket/key=1/x",
            "-----BEGIN CERTIFICATE-----", "secret:", "a=b"})
    void ordinaryValuesStay(String value) throws NotJson {
        assertThat(redacted(JsonMapper.shared().writeValueAsString(Map.of("any", value))))
                .isEqualTo(Map.of("any", value));
    }

    @Test
    void rulesOfTypeAndPathTakeEverythingThere() throws NotJson {
        assertThat(redacted("{\"Env\":{\"A\":\"x\",\"B\":{\"c\":1},\"D\":null},\"other\":{\"A\":\"x\"}}"))
                .isEqualTo(parsed(
                        "{\"Env\":{\"A\":\"[redacted]\",\"B\":\"[redacted]\",\"D\":null},\"other\":{\"A\":\"x\"}}"));
    }

    @Test
    void listsUnderASecretNameAndNumbersGo() throws NotJson {
        assertThat(redacted("{\"presharedKeys\":[\"a\",[\"b\"]],\"pwd\":1234}"))
                .isEqualTo(parsed("{\"presharedKeys\":[\"[redacted]\",[\"[redacted]\"]],\"pwd\":\"[redacted]\"}"));
    }

    @Test
    void pairsOfNameAndValueAreReadAsOne() throws NotJson {
        assertThat(
                redacted("{\"list\":[{\"Key\":\"db-password\",\"Value\":\"x\"},{\"Key\":\"size\",\"Value\":\"x\"}]}"))
                .isEqualTo(parsed(
                        "{\"list\":[{\"Key\":\"db-password\",\"Value\":\"[redacted]\"},{\"Key\":\"size\",\"Value\":\"x\"}]}"));
    }

    @Test
    void environmentVariablesLoseTheirValuesAndKeepTheRestOfTheEnvironment() throws NotJson {
        assertThat(redacted("""
                {"environment":{"image":"i","variables":{"A":"x"}},"environmentVariables":{"B":"y"},
                 "Environment":[{"Name":"C","Value":"z"}]}""")).isEqualTo(parsed("""
                {"environment":{"image":"i","variables":{"A":"[redacted]"}},"environmentVariables":{"B":"[redacted]"},
                 "Environment":[{"Name":"C","Value":"[redacted]"}]}"""));
    }

    @Test
    void errorsShowAtMostAHundredCharactersAndNoSecret() {
        assertThat(Redaction.shown("field", "😀".repeat(200))).isEqualTo("😀".repeat(99) + "…");
        assertThat(Redaction.shown("password", "x")).isEqualTo("[redacted]");
        assertThat(Redaction.shown("field", "jdbc:x;password=hunter2")).isEqualTo("[redacted]");
        assertThat(Redaction.shown("field", Map.of("a", 1))).isEqualTo("an object with 1 fields");
        assertThat(Redaction.shown("field", null)).isNull();
    }
}
