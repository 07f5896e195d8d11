package dev.demarc.embedded.store;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** The documents that a query found, read as they are asked for, so that a large answer is never in memory as a whole. */
final class DocumentBatches implements Iterable<Document> {

    private static final int LARGEST = 16 * 1024 * 1024;
    private static final int STEP = 100;

    private final StoredCollection collection;
    private final List<String> positions;
    private final Document filter;
    private final @Nullable Document projection;
    private int given;

    DocumentBatches(StoredCollection collection, List<String> positions, Document filter,
            @Nullable Document projection) {
        this.collection = collection;
        this.positions = positions;
        this.filter = filter;
        this.projection = projection;
    }

    boolean isEmpty() {
        return given >= positions.size();
    }

    /** The next ones: at most this many (0: any number), and no more than fit into one reply. */
    synchronized List<Document> take(int atMost) {
        int from = given;
        int last = atMost == 0 ? positions.size() : (int) Math.min(positions.size(), (long) from + atMost);
        int to = from;
        long bytes = 0;
        while (to < last) {
            bytes += collection.size(positions.get(to));
            if (to > from && bytes > LARGEST) {
                break;
            }
            to++;
        }
        given = to;
        return collection.fetch(positions.subList(from, to), filter, projection);
    }

    /** All of them, from the first. */
    @Override
    public Iterator<Document> iterator() {
        return new Iterator<>() {
            private int next;
            private Iterator<Document> step = List.<Document>of().iterator();

            @Override
            public boolean hasNext() {
                while (!step.hasNext() && next < positions.size()) {
                    int to = Math.min(positions.size(), next + STEP);
                    step = collection.fetch(positions.subList(next, to), filter, projection).iterator();
                    next = to;
                }
                return step.hasNext();
            }

            @Override
            public Document next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return step.next();
            }
        };
    }
}
