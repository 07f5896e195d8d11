package dev.demarc.embedded.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** Few values of many types, so that random filters meet them. */
final class RandomDocuments {

    private static final String[] PATHS = {"a", "b", "list", "subs.id", "nested.x", "rare", "_id"};

    private final Random random;

    RandomDocuments(Random random) {
        this.random = random;
    }

    Document document(String id) {
        Document document = new Document("_id", id);
        put(document, "a", value());
        put(document, "b", value());
        if (random.nextInt(3) > 0) {
            document.put("list", random.nextInt(4) == 0 ? value() : values(random.nextInt(4)));
        }
        if (random.nextInt(3) > 0) {
            List<Object> subs = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                Document sub = new Document("other", 1);
                put(sub, "id", value());
                subs.add(sub);
            }
            document.put("subs", subs);
        }
        put(document, "nested", new Document("x", value()));
        if (random.nextInt(20) == 0) {
            document.put("rare", value());
        }
        return document;
    }

    Document filter() {
        return switch (random.nextInt(10)) {
            case 0 -> new Document();
            case 1 -> new Document("$and", List.of(field(), field()));
            case 2 -> new Document("$or", List.of(two(), two()));
            case 3 -> new Document("subs", new Document("$elemMatch", new Document("id", condition())));
            case 4, 5 -> two();
            default -> field();
        };
    }

    /** Ends with the id, so that there is one right answer. */
    @Nullable
    Document order() {
        Document order = new Document();
        for (int i = random.nextInt(3); i > 0; i--) {
            order.put(PATHS[random.nextInt(PATHS.length - 1)], random.nextBoolean() ? 1 : -1);
        }
        return random.nextInt(3) == 0 ? null : order.append("_id", random.nextBoolean() ? 1 : -1);
    }

    private Document two() {
        Document filter = field();
        filter.putAll(field());
        return filter;
    }

    private Document field() {
        String path = PATHS[random.nextInt(PATHS.length)];
        return path.equals("_id") ? new Document(path, idCondition()) : new Document(path, condition());
    }

    private Object idCondition() {
        String id = "id" + random.nextInt(60);
        return switch (random.nextInt(3)) {
            case 0 -> id;
            case 1 -> new Document("$in", List.of(id, "id1", 7));
            default -> new Document(random.nextBoolean() ? "$gt" : "$lte", id);
        };
    }

    private @Nullable Object condition() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> value();
            case 3 -> new Document("$in", values(random.nextInt(4)));
            case 4 -> new Document("$gte", value()).append("$lt", value());
            case 5 -> new Document("$gt", value());
            case 6 -> new Document("$lte", value());
            case 7 -> new Document("$ne", value());
            case 8 -> new Document("$exists", random.nextBoolean());
            default -> new Document("$eq", value());
        };
    }

    private List<@Nullable Object> values(int count) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(value());
        }
        return values;
    }

    private void put(Document document, String field, @Nullable Object value) {
        if (random.nextInt(5) > 0) {
            document.put(field, value);
        }
    }

    private @Nullable Object value() {
        int n = random.nextInt(5) - 2;
        return switch (random.nextInt(12)) {
            case 0 -> null;
            case 1 -> n % 2 == 0;
            case 2 -> Instant.ofEpochMilli(n);
            case 3 -> n + 0.5;
            case 4 -> (long) n;
            case 5 -> Long.MAX_VALUE - 2 + n;
            case 6, 7, 8 -> "s\0".repeat(Math.max(0, n)) + n;
            default -> n;
        };
    }
}
