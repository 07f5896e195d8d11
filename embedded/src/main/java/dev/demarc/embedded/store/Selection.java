package dev.demarc.embedded.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Runs one query: goes along the cheapest plan, checks the whole filter on each document, sorts where needed. */
final class Selection {

    private record Found(String position, String sortKey) {}

    private final MVMap<String, byte[]> documents;
    private final List<KeyIndex> indexes;
    private final Document filter;
    private final @Nullable Document orderBy;
    private final @Nullable Set<String> fields;
    private final boolean naturalDescending;
    private final DefaultQueryMatcher matcher = new DefaultQueryMatcher();

    Selection(MVMap<String, byte[]> documents, List<KeyIndex> indexes, Document filter, @Nullable Document orderBy) {
        this.documents = documents;
        this.indexes = indexes;
        this.filter = filter;
        boolean natural = orderBy != null && orderBy.containsKey("$natural");
        this.naturalDescending = natural && orderBy != null && orderBy.get("$natural") instanceof Number number
                && number.intValue() < 0;
        this.orderBy = natural || orderBy == null || orderBy.isEmpty() ? null : orderBy;
        fields = FilterFields.of(filter, this.orderBy);
    }

    /** The places of the matching documents in the order asked for; a limit of 0 is none. */
    List<String> positions(int skip, int limit) {
        long wanted = limit == 0 ? 0 : (long) skip + limit;
        Plan plan = Plan.choose(indexes, filter, orderBy, wanted, documents.sizeAsLong());
        Iterator<String> candidates = new Candidates(documents, plan, naturalDescending);
        List<String> positions = plan.inOrder() ? first(candidates, wanted) : sorted(candidates, wanted);
        return skip == 0 ? positions : positions.subList(Math.min(skip, positions.size()), positions.size());
    }

    /** Hands on each match in no order, with these fields besides those that the filter looks at. */
    void forEach(Set<String> more, Consumer<Document> use) {
        Set<String> needed = FilterFields.of(filter, more);
        Candidates candidates = new Candidates(documents,
                Plan.choose(indexes, filter, null, 0, documents.sizeAsLong()), false);
        while (candidates.hasNext()) {
            Document seen = match(candidates.next(), needed);
            if (seen != null) {
                use.accept(seen);
            }
        }
    }

    private List<String> first(Iterator<String> candidates, long wanted) {
        List<String> positions = new ArrayList<>();
        while (candidates.hasNext() && (wanted == 0 || positions.size() < wanted)) {
            String position = candidates.next();
            if (match(position) != null) {
                positions.add(position);
            }
        }
        return positions;
    }

    private List<String> sorted(Iterator<String> candidates, long wanted) {
        List<Found> found = new ArrayList<>();
        while (candidates.hasNext()) {
            String position = candidates.next();
            Document seen = match(position);
            if (seen != null) {
                found.add(new Found(position, sortKey(seen)));
            }
        }
        if (orderBy != null) {
            found.sort(Comparator.comparing(Found::sortKey));
        }
        return found.stream().limit(wanted == 0 ? Long.MAX_VALUE : wanted).map(Found::position).toList();
    }

    private @Nullable Document match(String position) {
        return match(position, fields);
    }

    private @Nullable Document match(String position, @Nullable Set<String> needed) {
        byte[] bytes = documents.get(position);
        if (bytes == null) {
            return null;
        }
        Document seen = RawBson.decode(bytes, needed);
        return filter.isEmpty() || matcher.matches(seen, filter) ? seen : null;
    }

    private String sortKey(Document seen) {
        StringBuilder key = new StringBuilder();
        if (orderBy != null) {
            orderBy.forEach((path, direction) -> key.append(KeyCodec.sortKey(FieldValues.of(seen, path),
                    !(direction instanceof Number number) || number.intValue() > 0)));
        }
        return key.toString();
    }

}
