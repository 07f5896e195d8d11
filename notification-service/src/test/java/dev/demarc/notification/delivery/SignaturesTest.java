package dev.demarc.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SignaturesTest {

    private static final Path VECTORS = Path.of(System.getProperty("demarc.shared", "../../shared"),
            "data/webhooks/standard-webhooks-vectors.json");
    private static final String OURS = "whsec_ZGVtYXJjLXRlc3Qtc2VjcmV0LTAwMDAwMDAwMDAwMDE=";

    /** The expected value was computed with openssl: printf '%s' 'msg_1.1763630103.{"a":1}' | openssl dgst -sha256 -hmac … -binary | base64. */
    @Test
    void signsIdTimestampAndBody() {
        assertThat(Signatures.header("msg_1", 1763630103, "{\"a\":1}", List.of(OURS)))
                .isEqualTo("v1,WYija7FNzgwr7yOXS+iX7LUs5TetnG+emDxogB74Zcs=");
    }

    @Test
    void signsWithEachSecretTheCurrentOneFirst() {
        String other = "whsec_b3RoZXItdGVzdC1zZWNyZXQtMDAwMDAwMDAwMDAwMDI=";
        String both = Signatures.header("msg_1", 1, "{}", List.of(OURS, other));
        assertThat(both).isEqualTo(Signatures.header("msg_1", 1, "{}", List.of(OURS)) + " "
                + Signatures.header("msg_1", 1, "{}", List.of(other)));
    }

    @Test
    void signsAsTheProjectsOwnVectorsDo() throws Exception {
        assumeTrue(Files.exists(VECTORS), "the Standard Webhooks vectors are not beside the repository");
        for (JsonNode vector : new JsonMapper().readTree(Files.readString(VECTORS)).get("vectors")) {
            if (vector.has("secret")) {
                assertThat(Signatures.header(vector.get("webhook-id").asString(),
                        Long.parseLong(vector.get("webhook-timestamp").asString()), vector.get("payload").asString(),
                        List.of(vector.get("secret").asString())))
                        .as(vector.get("name").asString()).isEqualTo(vector.get("webhook-signature").asString());
            }
        }
    }
}
