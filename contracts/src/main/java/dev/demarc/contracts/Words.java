package dev.demarc.contracts;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The form that enum constants take outside of Java: {@code CSP_OWNED} is {@code csp-owned}. */
public final class Words {

    private Words() {}

    /** The constant in lower-case kebab form. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant for a word; an unknown word throws {@link IllegalArgumentException} that lists the known ones. */
    public static <E extends Enum<E>> E parse(Class<E> type, String word) {
        for (E constant : type.getEnumConstants()) {
            if (of(constant).equals(word)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("'" + word + "' is none of "
                + Arrays.stream(type.getEnumConstants()).map(Words::of).collect(Collectors.joining(", ")));
    }
}
