package dev.demarc.standalone.cli;

import dev.demarc.standalone.client.Api;
import dev.demarc.standalone.client.Query;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Prints {@code {"items":[…],"total":n}}, an item a line, while the pages come in. */
final class JsonItems implements Consumer<JsonNode> {

    private final PrintStream out;
    private long count;

    JsonItems(PrintStream out) {
        this.out = out;
    }

    /** All pages of a list. */
    static void print(Api api, String path, Query query, PrintStream out) {
        print(api, List.of(path), query, out);
    }

    /** All pages of several lists, one after the other, as one. */
    static void print(Api api, List<String> paths, Query query, PrintStream out) {
        JsonItems items = new JsonItems(out);
        out.print("{\"items\":[");
        paths.forEach(path -> api.each(path, query, items));
        out.println((items.count == 0 ? "" : "\n") + "],\"total\":" + items.count + "}");
    }

    @Override
    public void accept(JsonNode item) {
        out.print((count++ == 0 ? "\n" : ",\n") + item);
    }
}
