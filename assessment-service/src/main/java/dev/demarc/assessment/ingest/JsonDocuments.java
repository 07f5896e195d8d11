package dev.demarc.assessment.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON documents of a body: one, several one after the other, or JSON Lines, where a broken line spoils only itself. */
public final class JsonDocuments {

    /** One document of a body. */
    public sealed interface Document {}

    /** A document that could be read. */
    public record Parsed(@Nullable Object value) implements Document {}

    /** A line of JSON Lines that could not be read; line and column count in the whole body. */
    public record Broken(UnreadableBody why) implements Document {}

    private JsonDocuments() {}

    /** At least one document; throws {@link UnreadableBody} for an empty body and for one that breaks and is not JSON Lines. */
    public static List<Document> read(byte[] body) {
        if (body.length >= 2 && body[0] == 0x1F && body[1] == (byte) 0x8B) {
            throw new UnreadableBody(1, 1, "the body is gzip data; unpack it first");
        }
        try {
            List<Document> documents = new ArrayList<>(1);
            for (Object value : JsonTree.parseAll(body, 0, body.length, new ValueBudget())) {
                documents.add(new Parsed(value));
            }
            if (documents.isEmpty()) {
                throw new UnreadableBody(1, 1, "the body is empty");
            }
            return documents;
        } catch (NotJson e) {
            List<Document> lines = lines(body);
            if (lines.isEmpty()) {
                throw e.asBody(0);
            }
            return lines;
        }
    }

    /** Empty unless the body is JSON Lines: more than an opening bracket in the first line, a whole object in some line. */
    private static List<Document> lines(byte[] body) {
        List<Document> documents = new ArrayList<>();
        ValueBudget budget = new ValueBudget();
        boolean whole = false;
        int number = 0;
        for (int from = 0; from < body.length; number++) {
            int to = endOfLine(body, from);
            int printable = printable(body, from, to);
            if (printable > 0) {
                if (documents.isEmpty() && printable == 1) {
                    return List.of();
                }
                Document document = line(body, from, to, number, budget);
                whole |= document instanceof Parsed(Object value) && JsonTree.object(value) != null;
                documents.add(document);
            }
            from = to + 1;
        }
        return whole && documents.size() > 1 ? documents : List.of();
    }

    private static Document line(byte[] body, int from, int to, int number, ValueBudget budget) {
        try {
            if (!budget.take()) {
                throw ValueBudget.spent(number + 1, 1);
            }
            List<@Nullable Object> values = JsonTree.parseAll(body, from, to, budget);
            return values.size() == 1
                    ? new Parsed(values.getFirst())
                    : new Broken(new UnreadableBody(number + 1, 1, "the line holds more than one document"));
        } catch (NotJson e) {
            return new Broken(e.asBody(number));
        }
    }

    private static int endOfLine(byte[] body, int from) {
        int to = from;
        while (to < body.length && body[to] != '\n') {
            to++;
        }
        return to;
    }

    private static int printable(byte[] body, int from, int to) {
        int count = 0;
        for (int i = from; i < to && count < 2; i++) {
            if (body[i] > ' ' || body[i] < 0) {
                count++;
            }
        }
        return count;
    }
}
