package dev.demarc.systemtests.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One item of {@code readings/*.yaml}: where it lies, and what a person reads in it. */
public record Reading(JsonNode entry) {

    private static final List<String> FILES = List.of("ec2", "iam", "lambda", "others", "rds", "redshift", "s3", "vpc");

    /** What a person says of a requirement, and why. */
    public record Said(String verdict, String because) {}

    /** All readings, in the order of their files. */
    public static List<Reading> all() {
        List<Reading> all = new ArrayList<>();
        for (String name : FILES) {
            Json.list(yaml("/readings/" + name + ".yaml").path("read")).forEach(entry -> all.add(new Reading(entry)));
        }
        return all;
    }

    private static JsonNode yaml(String resource) {
        try (InputStream in = Reading.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not there");
            }
            Object loaded = new Load(LoadSettings.builder().setLabel(resource).build()).loadFromInputStream(in);
            return Json.parse(Json.text(loaded));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The item's type. */
    public String type() {
        return Json.text(entry, "type");
    }

    /** File, place and item: what a message calls it. */
    public String name() {
        return Json.text(entry, "source") + Json.text(entry, "at") + " (" + Json.text(entry, "item") + ")";
    }

    /** By requirement, what a person reads. */
    public Map<String, Said> verdicts() {
        return said("verdicts", "verdict");
    }

    /** By requirement, what the product says instead. */
    public Map<String, Said> differences() {
        return said("differences", "ours");
    }

    private Map<String, Said> said(String list, String verdict) {
        Map<String, Said> said = new TreeMap<>();
        for (JsonNode line : Json.list(entry.path(list))) {
            if (said.put(Json.text(line, "requirement"),
                    new Said(Json.text(line, verdict), Json.text(line, "because"))) != null) {
                throw new IllegalStateException(name() + " names " + Json.text(line, "requirement") + " twice");
            }
        }
        return said;
    }

    /** The whole file where it can be sent as it is, else the item with what the reader adds; in this account. */
    public byte[] delivery(Path folder, String account) {
        String file = read(folder.resolve(Json.text(entry, "source")));
        JsonNode item = at(Json.parse(file), Json.text(entry, "at"));
        String text = file;
        if (entry.has("deliver")) {
            ObjectNode whole = ((ObjectNode) item).deepCopy();
            entry.path("deliver").properties().forEach(added -> whole.set(added.getKey(), added.getValue()));
            item = whole;
            text = Json.text(whole);
        }
        String own = Json.text(item, item.has("awsAccountId") ? "awsAccountId" : "accountId");
        return text.replace(own, account).getBytes(UTF_8);
    }

    private static JsonNode at(JsonNode file, String pointer) {
        JsonNode at = file;
        for (String step : pointer.isEmpty() ? List.<String>of() : List.of(pointer.substring(1).split("/"))) {
            JsonNode here = at.isString() ? Json.parse(at.asString()) : at;
            at = here.isArray() ? here.path(Integer.parseInt(step)) : here.path(step);
        }
        return at.isString() ? Json.parse(at.asString()) : at;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
