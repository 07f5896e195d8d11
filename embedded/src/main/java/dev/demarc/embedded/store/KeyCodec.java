package dev.demarc.embedded.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Values as strings that sort like the values (MongoDB's order of types, then of values) and of which none is the
 * beginning of another, so that they can be put one after the other and, complemented, sort downwards.
 */
final class KeyCodec {

    private static final char MIN = 1;
    private static final char EMPTY_LIST = 2;
    private static final char NULL = 3;
    private static final char NUMBER = 4;
    private static final char STRING = 5;
    private static final char DOCUMENT = 6;
    private static final char LIST = 7;
    private static final char BINARY = 8;
    private static final char UUID_TYPE = 9;
    private static final char OBJECT_ID = 10;
    private static final char BOOLEAN = 11;
    private static final char DATE = 12;
    private static final char OTHER = 13;
    private static final char MAX = 15;

    static final String LOWEST = String.valueOf(MIN);
    static final String HIGHEST = String.valueOf(MAX);

    private KeyCodec() {}

    static String encode(@Nullable Object value) {
        StringBuilder out = new StringBuilder(24);
        append(out, value);
        return out.toString();
    }

    /** The key of one field of an index, complemented where the field goes downwards. */
    static String directed(String encoded, boolean ascending) {
        if (ascending) {
            return encoded;
        }
        char[] chars = encoded.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = (char) ~chars[i];
        }
        return new String(chars);
    }

    /** The least string above all that begin with the prefix; null where there is none. */
    static @Nullable String after(String prefix) {
        int end = prefix.length();
        while (end > 0 && prefix.charAt(end - 1) == Character.MAX_VALUE) {
            end--;
        }
        return end == 0 ? null : prefix.substring(0, end - 1) + (char) (prefix.charAt(end - 1) + 1);
    }

    /** The beginning that all values of this value's type share: the limits of a range query. */
    static String typeOf(String encoded) {
        return encoded.substring(0, 1);
    }

    /** Whether a filter's value can be looked up: a plain one whose equality and order the codec keeps. */
    static boolean canLookUp(@Nullable Object value) {
        return switch (value) {
            case Number number -> !Double.isNaN(number.doubleValue());
            case String _,Boolean _,Instant _,ObjectId _,UUID _ -> true;
            case null, default -> false;
        };
    }

    /** What a document sorts by under one field: of several values the least, downwards the greatest. */
    static String sortKey(FieldValues values, boolean ascending) {
        return values.values().stream().map(value -> directed(encode(value), ascending)).min(String::compareTo)
                .orElseThrow();
    }

    private static void append(StringBuilder out, @Nullable Object value) {
        switch (value) {
            case null -> out.append(NULL);
            case Missing _ -> out.append(NULL);
            case Number number -> appendNumber(out.append(NUMBER), number);
            case String string -> appendText(out.append(STRING), string);
            case Boolean bool -> out.append(BOOLEAN).append((char) (bool ? 2 : 1));
            case Instant instant -> appendLong(out.append(DATE), instant.toEpochMilli());
            case ObjectId id -> appendText(out.append(OBJECT_ID), id.getHexData());
            case UUID uuid -> appendText(out.append(UUID_TYPE), uuid.toString());
            case BinData data -> appendText(out.append(BINARY), HexFormat.of().formatHex(data.getData()));
            case Map<?, ?> map -> appendMap(out.append(DOCUMENT), map);
            case Collection<?> list when list.isEmpty() -> out.append(EMPTY_LIST);
            case Collection<?> list -> appendList(out.append(LIST), list);
            case MinKey _ -> out.append(MIN);
            case MaxKey _ -> out.append(MAX);
            default -> appendText(out.append(OTHER), value.getClass().getSimpleName() + value);
        }
    }

    private static void appendNumber(StringBuilder out, Number number) {
        double value = number.doubleValue() + 0.0;
        long bits = Double.doubleToLongBits(value);
        appendLong(out, bits >= 0 ? bits : bits ^ Long.MAX_VALUE);
        long beyondDouble = number instanceof Long exact ? exact - (long) value : 0;
        out.append((char) (0x4000 + beyondDouble));
    }

    private static void appendLong(StringBuilder out, long value) {
        long shifted = value ^ Long.MIN_VALUE;
        for (int shift = 48; shift >= 0; shift -= 16) {
            out.append((char) (shifted >>> shift));
        }
    }

    private static void appendText(StringBuilder out, String text) {
        if (text.indexOf('\0') < 0) {
            out.append(text);
        } else {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                out.append(c);
                if (c == '\0') {
                    out.append('\1');
                }
            }
        }
        out.append('\0').append('\0');
    }

    private static void appendMap(StringBuilder out, Map<?, ?> map) {
        map.forEach((key, value) -> {
            appendText(out.append('\2').append(encode(value).charAt(0)), Objects.toString(key));
            append(out, value);
        });
        out.append('\1');
    }

    private static void appendList(StringBuilder out, Collection<?> list) {
        list.forEach(value -> append(out.append('\2'), value));
        out.append('\1');
    }
}
