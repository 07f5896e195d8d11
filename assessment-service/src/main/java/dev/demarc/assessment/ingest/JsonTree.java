package dev.demarc.assessment.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Strict JSON as mutable maps, lists, strings, longs, doubles, booleans and nulls. Whole numbers are longs however they
 * are written (AWS writes 22 in one form and 22.0 in another); a name that stands twice is an error; strings are
 * well-formed Unicode, so that whatever was read can also be written.
 */
public final class JsonTree {

    /** How deep objects and arrays may be nested in a body. */
    public static final int MAX_DEPTH = 100;

    private static final double EXACT = 0x1p53;
    private static final Map<String, String> PROBLEMS = Map.of("Unrecognized token", "not a JSON value",
            "Unexpected character", "a character that JSON does not allow there", "Unexpected end-of-input",
            "the text ends too early", "Illegal unquoted character",
            "a raw control character in a string, where JSON wants it escaped", "Invalid UTF", "not valid UTF-8",
            "exceeds the maximum allowed", "a name, a number or a string is too long");
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH + 1).maxNumberLength(400)
                    .maxNameLength(4_096).build())
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES).build();

    private final JsonParser parser;
    private final boolean repair;
    private final int maxDepth;
    private final ValueBudget budget;

    private JsonTree(JsonParser parser, boolean repair, int maxDepth, ValueBudget budget) {
        this.parser = parser;
        this.repair = repair;
        this.maxDepth = maxDepth;
        this.budget = budget;
    }

    /** The one value that a text holds; deeper nesting than {@code maxDepth} is an error. */
    public static @Nullable Object parse(String text, int maxDepth) throws NotJson {
        boolean repair = text.contains("\\ud") || text.contains("\\uD") || text.contains("\\u0000");
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            List<@Nullable Object> values = new JsonTree(parser, repair, maxDepth, new ValueBudget()).values(1);
            if (values.isEmpty()) {
                throw new NotJson(1, 1, "the text is empty");
            }
            return values.getFirst();
        } catch (JacksonException e) {
            throw notJson(e);
        }
    }

    /** Every value that a part of a body holds one after the other, in UTF-8, UTF-16 or UTF-32. */
    static List<@Nullable Object> parseAll(byte[] body, int from, int to, ValueBudget budget) throws NotJson {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), body, from, to - from)) {
            return new JsonTree(parser, needsRepair(body, from, to), MAX_DEPTH, budget).values(Integer.MAX_VALUE);
        } catch (JacksonException e) {
            throw notJson(e);
        }
    }

    /** The value as an object, null where it is none; only for values that were read here. */
    @SuppressWarnings("unchecked")
    public static @Nullable Map<String, @Nullable Object> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : null;
    }

    /** The value as an array, null where it is none; only for values that were read here. */
    @SuppressWarnings("unchecked")
    public static @Nullable List<@Nullable Object> array(@Nullable Object value) {
        return value instanceof List<?> list ? (List<@Nullable Object>) list : null;
    }

    private List<@Nullable Object> values(int atMost) throws NotJson {
        List<@Nullable Object> values = new ArrayList<>(1);
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (values.size() == atMost) {
                throw here("there is more after the end of the value");
            }
            values.add(value(token, 1));
        }
        return values;
    }

    private @Nullable Object value(JsonToken token, int depth) throws NotJson {
        if (!budget.take()) {
            throw tooMany();
        }
        return switch (token) {
            case START_OBJECT -> object(depth);
            case START_ARRAY -> array(depth);
            case VALUE_STRING -> repair ? wellFormed(parser.getString()) : parser.getString();
            case VALUE_NUMBER_INT -> parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                    ? number(parser.getDoubleValue())
                    : (Object) parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> number(parser.getDoubleValue());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw here("a value is missing");
        };
    }

    private Map<String, @Nullable Object> object(int depth) throws NotJson {
        within(depth);
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            String key = repair ? wellFormed(name).replace('\0', '\uFFFD') : name;
            int before = object.size();
            object.put(key, value(parser.nextToken(), depth + 1));
            if (object.size() == before) {
                throw here("a name stands twice in the same object");
            }
        }
        return object;
    }

    private List<@Nullable Object> array(int depth) throws NotJson {
        within(depth);
        List<@Nullable Object> array = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(token, depth + 1));
        }
        return array;
    }

    private Object number(double number) {
        if (Double.isInfinite(number)) {
            return parser.getString();
        }
        return Math.rint(number) == number && Math.abs(number) < EXACT ? (Object) (long) number : (Object) number;
    }

    private void within(int depth) throws NotJson {
        if (depth > maxDepth) {
            throw here("nested deeper than " + maxDepth + " levels");
        }
    }

    private UnreadableBody tooMany() {
        TokenStreamLocation place = parser.currentTokenLocation();
        return ValueBudget.spent(place.getLineNr(), place.getColumnNr());
    }

    private NotJson here(String what) {
        return at(parser.currentTokenLocation(), what);
    }

    private static NotJson notJson(JacksonException e) {
        return at(e.getLocation(), what(e.getOriginalMessage()));
    }

    /** In plain words and without quoting the text, which may hold secrets. */
    private static String what(String message) {
        return PROBLEMS.entrySet().stream().filter(problem -> message.contains(problem.getKey())).findFirst()
                .map(Map.Entry::getValue).orElse("not valid JSON");
    }

    private static NotJson at(@Nullable TokenStreamLocation place, String what) {
        return place == null
                ? new NotJson(1, 1, what)
                : new NotJson(Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()), what);
    }

    /** An escaped or encoded surrogate or an escaped NUL may be there: only then each string is looked at. */
    private static boolean needsRepair(byte[] body, int from, int to) {
        if (to - from >= 2 && (body[from] == 0 || body[from + 1] == 0 || body[from] < 0)) {
            return true;
        }
        String bytes = new String(body, from, to - from, StandardCharsets.ISO_8859_1);
        if (bytes.indexOf(0xED) >= 0) {
            return true;
        }
        for (int i = bytes.indexOf("\\u"); i >= 0; i = bytes.indexOf("\\u", i + 2)) {
            if (bytes.startsWith("d", i + 2) || bytes.startsWith("D", i + 2) || bytes.startsWith("0000", i + 2)) {
                return true;
            }
        }
        return false;
    }

    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
