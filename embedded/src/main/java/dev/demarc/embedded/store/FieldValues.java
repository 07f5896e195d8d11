package dev.demarc.embedded.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** All values that a dotted path reaches in a document, through arrays too; {@code Missing} where it reaches none. */
final class FieldValues {

    private final String[] path;
    private final List<@Nullable Object> values = new ArrayList<>(1);
    private boolean throughArray;

    private FieldValues(String path) {
        this.path = path.indexOf('.') < 0 ? new String[]{path} : path.split("\\.", -1);
    }

    static FieldValues of(Document document, String path) {
        FieldValues found = new FieldValues(path);
        found.collect(document, 0);
        if (found.values.isEmpty()) {
            found.values.add(Missing.getInstance());
        }
        return found;
    }

    List<@Nullable Object> values() {
        return values;
    }

    boolean throughArray() {
        return throughArray;
    }

    private void collect(@Nullable Object value, int depth) {
        if (value instanceof Collection<?> list) {
            throughArray = true;
            if (list.isEmpty() && depth == path.length) {
                values.add(list);
            }
            list.forEach(element -> collect(element, depth));
        } else if (depth == path.length) {
            values.add(value);
        } else if (value instanceof Document document) {
            collect(document.getOrMissing(path[depth]), depth + 1);
        } else {
            values.add(Missing.getInstance());
        }
    }
}
