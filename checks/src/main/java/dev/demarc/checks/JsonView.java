package dev.demarc.checks;

import dev.cel.common.values.NullValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON tree as CEL wants it, converted where it is read: nulls that are values, integers of 64 bits, doubles. */
final class JsonView {

    private JsonView() {}

    /** The value for CEL; integers beyond 64 bits and decimals become doubles, what JSON does not know its text. */
    static Object of(@Nullable Object value) {
        return switch (value) {
            case null -> NullValue.NULL_VALUE;
            case String text -> text;
            case Boolean flag -> flag;
            case Long number -> number;
            case Map<?, ?> map -> map(map);
            case List<?> list -> list instanceof ListView ? list : new ListView(list);
            case Integer number -> number.longValue();
            case Double number -> number;
            case BigInteger number when number.bitLength() < Long.SIZE -> number.longValue();
            case BigInteger number -> number.doubleValue();
            case BigDecimal number -> number.doubleValue();
            case Float number -> number.doubleValue();
            case Number number -> number.longValue();
            case Instant instant -> instant;
            case NullValue nothing -> nothing;
            default -> value.toString();
        };
    }

    /** The map for CEL; a view, so that only what a check reads is converted. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Map<?, ?> map) {
        return map instanceof MapView view ? view : new MapView((Map<String, ?>) map);
    }

    private static final class MapView extends AbstractMap<String, Object> {

        private final Map<String, ?> map;

        MapView(Map<String, ?> map) {
            this.map = map;
        }

        @Override
        @SuppressWarnings("NullAway") // Map.get answers null for a key that is absent
        public Object get(@Nullable Object key) {
            Object value = map.get(key);
            return value == null && !map.containsKey(key) ? null : of(value);
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            return map.containsKey(key);
        }

        @Override
        public int size() {
            return map.size();
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<Entry<String, Object>> iterator() {
                    Iterator<? extends Entry<String, ?>> entries = map.entrySet().iterator();
                    return new Iterator<>() {
                        @Override
                        public boolean hasNext() {
                            return entries.hasNext();
                        }

                        @Override
                        public Entry<String, Object> next() {
                            Entry<String, ?> entry = entries.next();
                            return Map.entry(entry.getKey(), of(entry.getValue()));
                        }
                    };
                }

                @Override
                public int size() {
                    return map.size();
                }
            };
        }
    }

    private static final class ListView extends AbstractList<Object> implements RandomAccess {

        private final List<?> list;

        ListView(List<?> list) {
            this.list = list;
        }

        @Override
        public Object get(int index) {
            return of(list.get(index));
        }

        @Override
        public int size() {
            return list.size();
        }
    }
}
