package dev.demarc.catalog.files;

import dev.demarc.catalog.model.CatalogProblem;
import dev.demarc.catalog.model.InvalidCatalog;
import java.util.List;

/** The JSON pointers of a file's values, in either form of file, and how long they may be. */
final class Pointers {

    /** The most characters of the pointers of all values: a long key stands in that of each value below it. */
    private static final int MOST = 100 * YamlFile.MAX_VALUES;
    /** The longest key. */
    private static final int LONGEST_KEY = 300;

    private final String name;
    private int characters;

    Pointers(String name) {
        this.name = name;
    }

    /** Counts that of one more value. */
    void count(String pointer, int line) {
        characters += pointer.length();
        if (characters > MOST) {
            throw refusal(line, "", "the paths of its values have more than " + MOST + " characters together");
        }
    }

    /** That of what stands under a key. */
    String child(String pointer, String key, int line) {
        if (key.length() > LONGEST_KEY) {
            throw refusal(line, pointer, "has a key of more than " + LONGEST_KEY + " characters");
        }
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    private InvalidCatalog refusal(int line, String pointer, String problem) {
        return new InvalidCatalog(List.of(new CatalogProblem(name, line, pointer, problem)));
    }
}
