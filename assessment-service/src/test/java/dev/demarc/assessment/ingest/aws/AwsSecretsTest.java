package dev.demarc.assessment.ingest.aws;

import static dev.demarc.assessment.ingest.aws.Given.item;
import static dev.demarc.assessment.ingest.aws.Given.onlyChange;
import static dev.demarc.assessment.ingest.aws.Given.reading;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.assessment.ingest.IngestResult;
import dev.demarc.contracts.ContractJson;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AwsSecretsTest {

    @Test
    void noSecretOfAnyItemIsLeftInItsChange() {
        IngestResult result = reading(Given.text("secrets"));
        assertThat(result.accepted()).isEqualTo(6);
        String published = ContractJson.mapper().writeValueAsString(result.events());
        assertThat(published).doesNotContain("LEAK").contains("[redacted]");
    }

    @Test
    void whatChecksReadStays() {
        String published = ContractJson.mapper().writeValueAsString(reading(Given.text("secrets")).events());
        assertThat(published).contains("\"HttpTokens\":\"required\"", "\"privilegedMode\":true", "\"Privileged\":true",
                "\"value\":\"ikev2\"", "\"staticRoutesOnly\":true", "\"BatchSize\":\"30\"",
                "\"parameterValue\":\"small\"",
                "\"value\":\"/shop/key\"", "\"ValueFrom\":\"arn:aws:secretsmanager:",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b",
                "\"splunk-url\":\"https://splunk.example.com\"", "\"team\":\"web\"");
    }

    @Test
    void aDatabaseKeepsAllButItsPassword() {
        assertThat(requireNonNull(onlyChange(reading(item("database"))).state()).configuration())
                .containsEntry("masterUserPassword", "[redacted]").containsEntry("masterUsername", "shop")
                .containsEntry("iAMDatabaseAuthenticationEnabled", false)
                .containsEntry("kmsKeyId", "arn:aws:kms:eu-central-1:111122223333:key/1")
                .containsEntry("masterUserSecret",
                        item("database").get("configuration") instanceof Map<?, ?> configuration
                                ? configuration.get("masterUserSecret")
                                : null);
    }

    @Test
    void aFunctionKeepsTheNamesOfItsVariablesAlone() {
        assertThat(requireNonNull(onlyChange(reading(item("function"))).state()).configuration().get("environment"))
                .isEqualTo(Map.of("variables",
                        Map.of("MAIL_USER", "[redacted]", "MAIL_LOGIN", "[redacted]", "LIMITS", "[redacted]",
                                "VERBOSE", "[redacted]")));
        assertThat(requireNonNull(onlyChange(reading(item("function"))).state()).configuration())
                .containsEntry("codeSha256", "ZkTWpHgwAXQyaM4BvVo9y0Uq2b7J1ZVfYZgkm3P3Cq8=");
    }

    @Test
    void anInstanceLosesItsUserData() {
        assertThat(requireNonNull(onlyChange(reading(item("instance"))).state()).configuration())
                .containsEntry("userData", "[redacted]")
                .containsEntry("clientToken", "6a0d5b6e-9b51-4b7e-8a8e-53a8a8f0a111");
    }
}
