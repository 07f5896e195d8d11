package dev.demarc.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random histories: with indexes every answer is the one of a plain scan over a map. */
class IndexOracleTest {

    private static final String[] INDEXES = {"a", "b", "list", "subs.id", "a,b", "b,-a", "nested.x", "-a", "rare",
            "a,list"};

    static List<Integer> seeds() {
        return IntStream.range(0, 30).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void answersAreThoseOfAPlainScan(int seed) {
        Random random = new Random(seed);
        List<String> indexes = new ArrayList<>(List.of(INDEXES));
        Collections.shuffle(indexes, random);
        TreeMap<String, Document> oracle = new TreeMap<>();
        try (StoreInMemory store = new StoreInMemory()) {
            indexes.subList(0, random.nextInt(6)).forEach(store::index);
            RandomDocuments documents = new RandomDocuments(random);
            for (int step = 0; step < 400; step++) {
                String id = "id" + random.nextInt(60);
                if (random.nextInt(4) == 0) {
                    assertThat(store.delete(id)).isEqualTo(oracle.remove(id) == null ? 0 : 1);
                } else {
                    Document document = documents.document(id);
                    store.replace(document);
                    oracle.put(id, document);
                }
                if (step == 200) {
                    indexes.forEach(store::index);
                }
                ask(store, oracle, documents.filter(), documents.order(), random.nextInt(4), random.nextInt(8));
            }
        }
    }

    private static void ask(StoreInMemory store, Map<String, Document> oracle, Document filter,
            @Nullable Document order, int skip, int limit) {
        List<Document> all = new ArrayList<>(
                oracle.values().stream().filter(d -> new DefaultQueryMatcher().matches(d, filter)).toList());
        assertThat(store.count(filter)).as("count of %s", filter).isEqualTo(all.size());
        if (order == null) {
            assertThat(store.find(filter, null, 0, 0)).as("find %s", filter).containsExactlyInAnyOrderElementsOf(all);
        } else {
            all.sort(new PlainOrder(order));
            List<Document> expected = all.stream().skip(skip).limit(limit == 0 ? Long.MAX_VALUE : limit).toList();
            assertThat(store.find(filter, order, skip, limit)).as("find %s by %s skip %d limit %d", filter, order, skip,
                    limit).isEqualTo(expected);
        }
    }
}
