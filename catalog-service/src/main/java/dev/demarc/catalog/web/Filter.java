package dev.demarc.catalog.web;

import dev.demarc.platform.web.BadInput;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Query parameters that narrow a list. */
final class Filter {

    private static final int MOST_VALUES = 50;
    private static final int LONGEST = 200;

    private Filter() {}

    /** Values separated by commas, meaning one of them; null where the parameter is not given. */
    static @Nullable List<String> anyOf(String field, @Nullable String text) {
        return anyOf(field, text, Function.identity(), "names separated by commas");
    }

    /** The same, read as words; an unknown one is refused with those that are known. */
    static <T> @Nullable List<T> anyOf(String field, @Nullable String text, Function<String, T> read,
            String expected) {
        if (text == null || text.isBlank()) {
            return null;
        }
        List<String> values = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        if (values.size() > MOST_VALUES || values.stream().anyMatch(String::isEmpty)) {
            throw new BadInput(field, text, "at most " + MOST_VALUES + " values separated by commas");
        }
        try {
            return values.stream().map(read).toList();
        } catch (IllegalArgumentException e) {
            throw new BadInput(field, text, expected, field + ": " + e.getMessage());
        }
    }

    /** Whether nothing is asked or the value is one of those asked. */
    static <T> boolean allows(@Nullable List<T> asked, T value) {
        return asked == null || asked.contains(value);
    }

    /** The words of {@code q}, in lower case; empty where it is not given. */
    static List<String> words(@Nullable String q) {
        if (q == null || q.isBlank()) {
            return List.of();
        }
        if (q.length() > LONGEST) {
            throw new BadInput("q", q, "at most " + LONGEST + " characters");
        }
        return List.of(q.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    }

    /** Whether every word stands in one of the texts. */
    static boolean holds(List<String> words, String... texts) {
        return words.stream().allMatch(
                word -> Stream.of(texts).anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(word)));
    }
}
