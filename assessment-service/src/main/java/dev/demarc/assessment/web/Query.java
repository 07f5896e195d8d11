package dev.demarc.assessment.web;

import dev.demarc.contracts.Words;
import dev.demarc.platform.web.BadInput;
import dev.demarc.platform.web.Cursor;
import dev.demarc.platform.web.Limit;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The parameters of a list: filters with words separated by commas, and a cursor that holds for just these filters. */
final class Query {

    private final MultiValueMap<String, String> parameters;
    private final TreeMap<String, Set<String>> read = new TreeMap<>();

    Query(MultiValueMap<String, String> parameters) {
        this.parameters = parameters;
    }

    /** The constants that a filter names. */
    <E extends Enum<E>> Set<E> words(String name, Class<E> type) {
        Set<E> constants = EnumSet.noneOf(type);
        for (String word : values(name, type.getEnumConstants().length)) {
            constants.add(Arrays.stream(type.getEnumConstants()).filter(each -> Words.of(each).equals(word)).findAny()
                    .orElseThrow(() -> new BadInput(name, word, Arrays.stream(type.getEnumConstants()).map(Words::of)
                            .collect(Collectors.joining(", ", "one of ", "")))));
        }
        return constants;
    }

    /** The values that a filter names, each of this shape. */
    Set<String> values(String name, int most, Shape shape) {
        Set<String> values = values(name, most);
        values.forEach(value -> shape.check(name, value));
        return values;
    }

    private Set<String> values(String name, int most) {
        Set<String> values = new TreeSet<>();
        for (String part : parameters.getOrDefault(name, List.of())) {
            if (part != null && !part.isEmpty()) {
                values.addAll(Arrays.asList(part.split(",", -1)));
            }
        }
        if (values.size() > most) {
            throw new BadInput(name, values.size() + " values", "at most " + most);
        }
        read.put(name, values);
        return values;
    }

    /** A filter of one value; commas are part of it. */
    @Nullable
    String value(String name, Shape shape) {
        List<String> given = parameters.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw new BadInput(name, given.size() + " values", "one");
        }
        String value = given.isEmpty() || given.getFirst() == null || given.getFirst().isEmpty()
                ? null
                : given.getFirst();
        if (value != null) {
            shape.check(name, value);
            read.put(name, Set.of(value));
        }
        return value;
    }

    /** A moment as JSON writes it. */
    @Nullable
    Instant instant(String name) {
        String text = value(name, Shape.INSTANT);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadInput(name, text, Shape.INSTANT.expected());
        }
    }

    int limit() {
        return Limit.parse(parameters.getFirst("limit"));
    }

    /** The name of the list with the filters that were read so far. */
    String list(String name) {
        return name + ':' + String.format(Locale.ROOT, "%08x", read.toString().hashCode());
    }

    /** Where the page begins; of another list, other filters or another length it is refused. */
    @Nullable
    Cursor cursor(String name, int parts) {
        String text = parameters.getFirst("cursor");
        Cursor cursor = Cursor.decode(list(name), text);
        if (cursor != null && cursor.position().size() != parts) {
            throw new BadInput("cursor", text, "the value of next from the page before");
        }
        return cursor;
    }

    /** The one part of the cursor. */
    @Nullable
    String after(String name) {
        Cursor cursor = cursor(name, 1);
        return cursor == null ? null : cursor.position().getFirst();
    }
}
