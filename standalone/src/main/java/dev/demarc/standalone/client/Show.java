package dev.demarc.standalone.client;

import dev.demarc.standalone.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** How values of the API are shown to people. */
public final class Show {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int LONGEST_VALUE = 500;

    private Show() {}

    /** The field's text; a hyphen where it is absent. */
    public static String text(JsonNode node, String field) {
        String text = node.path(field).asString("");
        return text.isEmpty() ? "-" : text;
    }

    /** A time of the API in the user's zone; a hyphen where it is absent. */
    public static String time(JsonNode node, String field, ZoneId zone) {
        String text = node.path(field).asString("");
        try {
            return text.isEmpty() ? "-" : TIME.format(Instant.parse(text).atZone(zone));
        } catch (DateTimeParseException e) {
            return text;
        }
    }

    /** Texts, separated by commas; a hyphen for none. */
    public static String list(JsonNode array) {
        String text = StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString)
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "-" : text;
    }

    /** A subject by its name, else its native id. */
    public static String subject(JsonNode subject) {
        String name = subject.path("name").asString("");
        return subject.path("type").asString("") + " " + (name.isEmpty() ? text(subject, "nativeId") : name);
    }

    /** One observed value; long ones are cut. */
    public static String observed(JsonNode observed) {
        String value = observed.path("present").asBoolean(true) ? observed.path("value").toString() : "(absent)";
        return text(observed, "path") + " = "
                + (value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value);
    }

    /** JSON for people. */
    public static String json(JsonNode node) {
        return Json.pretty(node);
    }
}
