package dev.demarc.assessment.ingest.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.demarc.assessment.ingest.IngestContext;
import dev.demarc.assessment.ingest.IngestResult;
import dev.demarc.assessment.ingest.JsonTree;
import dev.demarc.assessment.ingest.NotJson;
import dev.demarc.contracts.event.SubjectChanged;
import dev.demarc.contracts.event.SubjectDeleted;
import dev.demarc.contracts.subject.SubjectRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The shop's items, and what the adapter makes of them. */
final class Given {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final IngestContext CONTEXT = new IngestContext(NOW, "test");
    static final List<String> RESOURCES = List.of("instance", "security-group", "volume", "bucket", "database",
            "function",
            "user", "account-public-access-block");

    private Given() {}

    static IngestResult reading(String body) {
        return new AwsConfigAdapter().read(body.getBytes(UTF_8), CONTEXT);
    }

    static IngestResult reading(Map<String, ?> body) {
        return reading(json(body));
    }

    static String text(String name) {
        try (InputStream in = Given.class.getResourceAsStream("/ingest/aws/" + name + ".json")) {
            return new String(requireNonNull(in, name).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, @Nullable Object> item(String name) {
        return object(text(name));
    }

    static Map<String, @Nullable Object> object(String json) {
        try {
            return requireNonNull(JsonTree.object(JsonTree.parse(json, 100)));
        } catch (NotJson e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Map<String, @Nullable Object> with(Map<String, @Nullable Object> item, String field,
            @Nullable Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(item);
        changed.put(field, value);
        return changed;
    }

    static Map<String, @Nullable Object> without(Map<String, @Nullable Object> item, String... fields) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(item);
        List.of(fields).forEach(changed::remove);
        return changed;
    }

    static String json(@Nullable Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    static SubjectChanged onlyChange(IngestResult result) {
        if (result.events().size() == 1 && result.events().getFirst() instanceof SubjectChanged change) {
            return change;
        }
        throw new AssertionError("expected one change, got " + result);
    }

    static SubjectRef onlySubject(IngestResult result) {
        if (result.events().size() == 1) {
            switch (result.events().getFirst()) {
                case SubjectChanged change -> {
                    return change.subject();
                }
                case SubjectDeleted deleted -> {
                    return deleted.subject();
                }
                default -> {
                    // no subject of its own
                }
            }
        }
        throw new AssertionError("expected one change, got " + result);
    }

    /** The form in which the API gives an item: other names, JSON in strings, seconds instead of dates. */
    static Map<String, @Nullable Object> apiForm(Map<String, @Nullable Object> item) {
        Map<String, @Nullable Object> api = new LinkedHashMap<>();
        item.forEach((name, value) -> {
            switch (name) {
                case "awsAccountId" -> api.put("accountId", value);
                case "ARN" -> api.put("arn", value);
                case "configurationStateId" -> api.put(name, String.valueOf(value));
                case "configurationItemCaptureTime" ->
                    api.put(name, Instant.parse(String.valueOf(value)).toEpochMilli() / 1000.0);
                case "configuration" -> api.put(name, json(value));
                case "supplementaryConfiguration" -> {
                    Map<String, @Nullable Object> parts = new LinkedHashMap<>();
                    requireNonNull(JsonTree.object(value)).forEach((part, content) -> parts.put(part, json(content)));
                    api.put(name, parts);
                }
                default -> api.put(name, value);
            }
        });
        return api;
    }

    /** A row of a query that selects what an item is made of. */
    static String queryAnswer(Map<String, @Nullable Object> item) {
        Map<String, @Nullable Object> row = without(apiForm(item), "configurationItemStatus", "relatedEvents");
        row.put("configuration", item.get("configuration"));
        row.put("supplementaryConfiguration", item.get("supplementaryConfiguration"));
        return json(Map.of("Results", List.of(json(row)), "QueryInfo", Map.of()));
    }
}
