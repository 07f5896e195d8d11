package dev.demarc.assessment.web;

import dev.demarc.platform.web.BadInput;
import java.util.Collection;
import java.util.List;

/** Bounds of lists in bodies. */
final class Bounds {

    private Bounds() {}

    /** At most so many. */
    static void atMost(String field, int size, int most) {
        if (size > most) {
            throw new BadInput(field, size + " entries", "at most " + most);
        }
    }

    /** At most so many, each of a shape; {@code field[2]} names the one that is not. */
    static void each(String field, Collection<String> values, int most, Shape shape) {
        atMost(field, values.size(), most);
        int index = 0;
        for (String value : List.copyOf(values)) {
            shape.check(field + '[' + index + ']', value);
            index++;
        }
    }
}
