package dev.demarc.platform.web;

import dev.demarc.contracts.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** 400: a body that is no JSON, or JSON of another shape; says at which line, column and field, without our class names. */
public final class UnreadableJson extends ProblemException {

    /** Made from what Jackson found; a record's own refusal of its values is told in its words. */
    public UnreadableJson(JacksonException e) {
        super(problem(e));
    }

    private static Problem problem(JacksonException e) {
        String where = where(e.getLocation());
        if (!(e instanceof DatabindException)) {
            return bad(null, null, "valid JSON", "the body is not valid JSON" + where + ": " + message(e));
        }
        String field = field(e);
        String named = field == null ? "the body" : field;
        if (e.getCause() instanceof ProblemException refusal) {
            return refusal.problem();
        }
        if (e.getCause() instanceof IllegalArgumentException refusal && refusal.getMessage() != null) {
            return bad(field, null, null, named + where + ": " + told(refusal.getMessage()));
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return unknown(unknown, where);
        }
        Object value = e instanceof InvalidFormatException format ? format.getValue() : null;
        String expected = e instanceof MismatchedInputException shape
                ? Expected.of(shape.getTargetType())
                : "another value";
        String shown = ShownValue.of(field, value);
        String is = shown == null ? " has not the right shape" : " is '" + shown + "'";
        return bad(field, value, expected, named + is + where + "; expected " + expected);
    }

    private static Problem bad(@Nullable String field, @Nullable Object value, @Nullable String expected,
            String detail) {
        return Problem.of(HttpStatus.BAD_REQUEST, detail).at(field, value, expected);
    }

    private static Problem unknown(UnrecognizedPropertyException e, String where) {
        String known = e.getKnownPropertyIds() == null
                ? ""
                : e.getKnownPropertyIds().stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
        return bad(field(e), null, "one of " + known,
                ShownValue.shortened(e.getPropertyName()) + " is not known here" + where + "; expected one of "
                        + known);
    }

    private static String message(JacksonException e) {
        String message = e.getOriginalMessage();
        return message == null ? "it ends too early" : told(message.lines().findFirst().orElse(""));
    }

    private static String told(String message) {
        String shown = ShownValue.of(null, message);
        return ShownValue.HIDDEN.equals(shown) || message.length() > 300
                ? String.valueOf(shown)
                : message;
    }

    private static String where(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static @Nullable String field(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (Reference step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.isEmpty() ? null : ShownValue.shortened(path.toString());
    }

    /** What a type looks like from outside. */
    static final class Expected {

        private Expected() {}

        static String of(@Nullable Class<?> type) {
            if (type == null) {
                return "another value";
            }
            if (type.isEnum()) {
                return Arrays.stream(type.getEnumConstants()).map(constant -> Words.of((Enum<?>) constant))
                        .collect(Collectors.joining(", ", "one of ", ""));
            }
            if (type == boolean.class || type == Boolean.class) {
                return "true or false";
            }
            if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
                return "a whole number";
            }
            if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
                return "a number";
            }
            if (type == Instant.class) {
                return "a time like 2026-11-22T09:30:00Z";
            }
            if (type == LocalDate.class) {
                return "a date like 2026-11-22";
            }
            if (CharSequence.class.isAssignableFrom(type)) {
                return "a text";
            }
            if (type.isArray() || Collection.class.isAssignableFrom(type)) {
                return "a list";
            }
            return type.isRecord() || Map.class.isAssignableFrom(type) ? "an object" : "another value";
        }
    }
}
