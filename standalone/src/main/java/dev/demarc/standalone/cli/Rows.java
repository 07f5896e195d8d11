package dev.demarc.standalone.cli;

import dev.demarc.standalone.client.Api;
import dev.demarc.standalone.client.Query;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The first items of a list, for a table.
 *
 * @param more whether there are others
 * @param total how many there are; -1 where that was not said
 */
record Rows(List<JsonNode> items, boolean more, long total) {

    private static final int PAGE = 500;

    static Rows of(Api api, String path, Query query, int limit) {
        List<JsonNode> items = new ArrayList<>();
        long total = -1;
        String cursor = "";
        do {
            int size = Math.clamp(limit - items.size(), 1, PAGE);
            JsonNode page = api.get(path + query.with("limit", Integer.toString(size)).with("cursor", cursor).text());
            page.path("items").forEach(items::add);
            total = Math.max(total, page.path("total").asLong(-1));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty() && items.size() < limit);
        return new Rows(items, !cursor.isEmpty(), total);
    }

    /** The table, and how much of the whole it is. */
    void print(Table table, String what, PrintStream out) {
        if (items.isEmpty()) {
            out.println("No " + what + ".");
            return;
        }
        table.print(out);
        out.println();
        out.println(more
                ? items.size() + (total < 0 ? " " : " of " + total + " ") + what + "; --limit shows more."
                : items.size() + " " + what + ".");
    }
}
