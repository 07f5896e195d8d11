package dev.demarc.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final StoreInMemory STORE = new StoreInMemory();

    @BeforeAll
    static void fill() {
        List.of("team,dueAt", "state", "gaps.id", "pendingSince", "dueAt").forEach(STORE::index);
        for (int n = 0; n < 1000; n++) {
            Document document = new Document("_id", "id" + n).append("revision", n).append("team", "t" + n % 10)
                    .append("dueAt", n * 7 % 1000).append("state", n % 4 == 0 ? "open" : "closed")
                    .append("gaps", List.of(new Document("id", "g" + n), new Document("id", "h" + n)));
            STORE.replace(n == 500 ? document.append("pendingSince", 5) : document);
        }
    }

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void anIdAndAnyOtherFieldLooksUpTheId() {
        Plan plan = plan(new Document("revision", 5).append("_id", "id5"), null, 0);
        assertThat(index(plan)).isEqualTo("_id_");
        assertThat(plan.keys()).isOne();
    }

    @Test
    void plainConditionsInsideAndUseTheIndex() {
        Plan plan = plan(new Document("$and", List.of(new Document("x", 1), new Document("gaps.id", "h7"))), null, 0);
        assertThat(index(plan)).isEqualTo("gaps.id");
        assertThat(plan.keys()).isOne();
    }

    @Test
    void equalityAndOrderOfOneIndexNeedNoSort() {
        Plan plan = plan(new Document("team", "t3"), new Document("dueAt", -1), 10);
        assertThat(index(plan)).isEqualTo("team,dueAt");
        assertThat(plan.inOrder()).isTrue();
        assertThat(plan.reverse()).isTrue();
        assertThat(plan.keys()).isEqualTo(100);
    }

    @Test
    void severalValuesAreMergedInOrder() {
        Plan plan = plan(new Document("team", new Document("$in", List.of("t3", "t4"))), new Document("dueAt", 1), 10);
        assertThat(index(plan)).isEqualTo("team,dueAt");
        assertThat(plan.inOrder()).isTrue();
        assertThat(plan.ranges()).hasSize(2);
    }

    @Test
    void aCommonStateIsReadAlongTheOrderAndARareOneIsSorted() {
        assertThat(index(plan(new Document("state", "open"), new Document("dueAt", 1), 10))).isEqualTo("dueAt");
        assertThat(index(plan(new Document("state", "rare"), new Document("dueAt", 1), 10))).isEqualTo("state");
    }

    @Test
    void aConditionOnTheIdNarrowsAnIndexWhoseFieldsAreAllGiven() {
        Document after = new Document("$and", List.of(new Document("state", "open"),
                new Document("state", "open").append("_id", new Document("$gt", "id9"))));
        Plan plan = plan(after, new Document("state", 1).append("_id", 1), 10);
        assertThat(index(plan)).isEqualTo("state");
        assertThat(plan.inOrder()).isTrue();
        assertThat(plan.keys()).isEqualTo(
                IntStream.range(0, 1000).filter(n -> n % 4 == 0 && ("id" + n).compareTo("id9") > 0).count());
    }

    @Test
    void aPageAfterAValueStartsAtThatValue() {
        Document after = new Document("$or", List.of(new Document("dueAt", new Document("$gt", 990)),
                new Document("dueAt", 990).append("_id", new Document("$gt", "id5"))));
        Plan plan = plan(after, new Document("dueAt", 1).append("_id", 1), 10);
        assertThat(index(plan)).isEqualTo("dueAt");
        assertThat(plan.inOrder()).isTrue();
        assertThat(plan.keys()).isEqualTo(10);
    }

    @Test
    void anIndexOnARareFieldHoldsOnlyItsDocuments() {
        assertThat(STORE.indexSize("pendingSince")).isOne();
        assertThat(STORE.indexSize("gaps.id")).isEqualTo(2000);
        Plan plan = plan(new Document("pendingSince", new Document("$lt", 9)), new Document("pendingSince", 1), 5);
        assertThat(index(plan)).isEqualTo("pendingSince");
        assertThat(plan.keys()).isOne();
    }

    @Test
    void absenceIsNotLookedForInAnIndexThatLeavesItOut() {
        assertThat(plan(new Document("pendingSince", null), null, 0).index()).isNull();
        assertThat(STORE.count(new Document("pendingSince", new Document("$exists", false)))).isEqualTo(999);
        assertThat(plan(new Document(), new Document("pendingSince", 1), 5).index()).isNull();
    }

    private static Plan plan(Document filter, @Nullable Document order, int limit) {
        return STORE.plan(filter, order, limit);
    }

    private static String index(Plan plan) {
        return Objects.requireNonNull(plan.index()).getName();
    }
}
