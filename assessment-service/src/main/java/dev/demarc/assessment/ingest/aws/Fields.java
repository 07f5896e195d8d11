package dev.demarc.assessment.ingest.aws;

import dev.demarc.assessment.ingest.InvalidField;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads fields that AWS spells in several ways. */
final class Fields {

    private Fields() {}

    /** The first of the spellings that is there and not null. */
    static @Nullable String nameOf(Map<String, @Nullable Object> item, String... spellings) {
        for (String spelling : spellings) {
            if (item.get(spelling) != null) {
                return spelling;
            }
        }
        return null;
    }

    /** The text under the first spelling that is there; null for none or a blank one; anything but text is invalid. */
    static @Nullable String text(Map<String, @Nullable Object> item, int longest, String... spellings)
            throws InvalidField {
        String name = nameOf(item, spellings);
        if (name == null) {
            return null;
        }
        if (!(item.get(name) instanceof String text)) {
            throw new InvalidField(name, item.get(name), "a string", "is not a string");
        }
        if (text.length() > longest) {
            throw new InvalidField(name, text, "at most " + longest + " characters",
                    "is " + text.length() + " characters long");
        }
        return text.isBlank() ? null : text;
    }

    /** The text under one of the names, in whatever case they are spelt; null where there is none. */
    static @Nullable String anyCase(@Nullable Map<String, @Nullable Object> object, String name) {
        if (object == null) {
            return null;
        }
        for (Map.Entry<String, @Nullable Object> entry : object.entrySet()) {
            if (entry.getKey().equalsIgnoreCase(name) && entry.getValue() instanceof String text && !text.isBlank()) {
                return text;
            }
        }
        return null;
    }
}
