package dev.demarc.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.systemtests.support.Api;
import dev.demarc.systemtests.support.Gaps;
import dev.demarc.systemtests.support.Items;
import dev.demarc.systemtests.support.Json;
import dev.demarc.systemtests.support.Patience;
import dev.demarc.systemtests.support.Product;
import dev.demarc.systemtests.support.SharedProduct;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A service model of one's own, from a file on the command line to gaps that open and close. */
@ExtendWith(SharedProduct.class)
class PublishIT {

    private static final String ACCOUNT = "564738291056";
    private static final String ARN = "arn:aws:lightsail:eu-west-3:564738291056:Bucket/harbour";
    private static final String KEY = "aws/lightsail";
    private static final String DRAFT = "/api/catalog/service-models/{provider}/{service}/draft";

    private final Product product;
    private final Api api;

    @TempDir
    private Path directory = Path.of("");

    PublishIT(Product product) {
        this.product = product;
        this.api = product.api();
    }

    @Test
    void aNewVersionJudgesAgainWhatItCovers() throws IOException {
        ObjectNode item = Items.item("bucket", ACCOUNT);
        item.put("ARN", ARN).put("resourceId", "harbour").put("resourceName", "harbour")
                .put("resourceType", "AWS::Lightsail::Bucket");
        item.set("configuration", Json.object().put("encrypted", false));
        item.set("supplementaryConfiguration", Json.object());
        api.post("/api/ingest/aws", Json.text(item)).expect(202);
        String bucket = Gaps.subject(api, ARN);
        String model = model();

        Path broken = Files.writeString(directory.resolve("broken.yaml"),
                model.replace("control: encryption-at-rest", "control: encription"));
        assertThat(product.demarc("catalog", "draft", KEY, broken.toString()).expect(0).err())
                .contains("broken.yaml:9: there is no control 'encription'");
        assertThat(product.demarc("catalog", "publish", KEY).expect(1).err()).contains("draft:9: there is no control");

        Path file = Files.writeString(directory.resolve("lightsail.yaml"), model);
        product.demarc("catalog", "draft", KEY, file.toString(), "--revision", "1").expect(0);
        assertThat(product.demarc("catalog", "publish", KEY).expect(0).err())
                .contains("Published version 1 of aws/lightsail.");
        Gaps.await(api, bucket, "lightsail-encrypted");
        awaitRun(1);

        JsonNode there = api.get("/api/catalog/service-models/{provider}/{service}", "aws", "lightsail").expect(200)
                .json().path("model");
        String lenient = Json.text(there).replace("\"version\":1", "\"version\":2")
                .replace("\"resource.configuration.encrypted\",\"expected\"",
                        "\"has(resource.configuration.encrypted)\",\"expected\"");
        String etag = api.edit("PUT", DRAFT, null, lenient, "aws", "lightsail").expect(201).etag();
        assertThat(product.demarc("catalog", "diff", KEY).expect(0).out())
                .contains("Still a duty of the customer: 1 check changed.")
                .contains("- resource.configuration.encrypted", "+ has(resource.configuration.encrypted)");
        api.edit("POST", "/api/catalog/service-models/{provider}/{service}/publish", etag, null, "aws", "lightsail")
                .expect(201);

        awaitRun(2);
        Patience.eventually().untilAsserted(() -> assertThat(Gaps.outcomes(api, bucket))
                .isEqualTo(Map.of("lightsail-encrypted", "satisfied")));
        Patience.eventually().untilAsserted(() -> assertThat(Gaps.of(api, bucket)).isEmpty());
        product.demarc("catalog", "retire", KEY).expect(0);
    }

    private void awaitRun(int version) {
        Patience.eventually().untilAsserted(() -> assertThat(api.all("/api/assessments/runs")).anySatisfy(run -> {
            assertThat(Json.text(run, "id")).isEqualTo("model-aws-lightsail-" + version);
            assertThat(Json.text(run, "state")).isEqualTo("completed");
        }));
    }

    private static String model() throws IOException {
        String path = "/models/lightsail.yaml";
        try (InputStream in = Objects.requireNonNull(PublishIT.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
