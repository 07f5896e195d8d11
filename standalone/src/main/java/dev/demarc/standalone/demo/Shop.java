package dev.demarc.standalone.demo;

import dev.demarc.standalone.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The online shop: AWS Config items as AWS would send them; only their times are filled in here. */
final class Shop {

    static final String ACCOUNT = "111122223333";
    static final String ACCOUNT_ID = "a-aws-" + ACCOUNT;
    static final String BUCKET = "arn:aws:s3:::shop-payments";
    static final String FUNCTION = "arn:aws:lambda:eu-central-1:" + ACCOUNT + ":function:charge-card";
    /** A value in the function's environment that must be nowhere in Demarc. */
    static final String FUNCTION_SECRET = "not-a-real-secret-4711";

    private static final List<String> INVENTORY = List.of("web", "payments", "orders", "platform");

    private Shop() {}

    /** Teams and workloads. */
    static JsonNode context() {
        try (InputStream in = open("context.yaml")) {
            return YAMLMapper.builder().build().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything there is, as a configuration snapshot of AWS Config. */
    static JsonNode snapshot(Instant capturedAt) {
        ObjectNode snapshot = Json.mapper().createObjectNode().put("fileVersion", "1.0")
                .put("configSnapshotId", "demo-" + capturedAt.toEpochMilli());
        ArrayNode items = snapshot.putArray("configurationItems");
        for (String part : INVENTORY) {
            read("inventory/" + part + ".json").forEach(item -> items.add(captured((ObjectNode) item, capturedAt)));
        }
        return snapshot;
    }

    /** A changed resource, as the event that EventBridge sends. */
    static JsonNode change(String name, Instant capturedAt) {
        ObjectNode item = captured((ObjectNode) read("changes/" + name + ".json"), capturedAt);
        ObjectNode event = Json.mapper().createObjectNode().put("version", "0").put("id", "demo-" + name)
                .put("detail-type", "Config Configuration Item Change").put("source", "aws.config")
                .put("account", ACCOUNT).put("time", capturedAt.toString())
                .put("region", item.path("awsRegion").asString());
        event.putObject("detail").put("messageType", "ConfigurationItemChangeNotification")
                .put("recordVersion", "1.3").set("configurationItem", item);
        return event;
    }

    private static ObjectNode captured(ObjectNode item, Instant at) {
        return item.put("configurationItemCaptureTime", at.toString())
                .put("configurationStateId", at.toEpochMilli());
    }

    private static JsonNode read(String name) {
        try (InputStream in = open(name)) {
            return Json.mapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(Shop.class.getResourceAsStream(name), name);
    }
}
