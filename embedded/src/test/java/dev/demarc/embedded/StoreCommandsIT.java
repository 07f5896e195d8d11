package dev.demarc.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static dev.demarc.embedded.StoreClient.all;
import static dev.demarc.embedded.StoreClient.one;
import static dev.demarc.embedded.StoreClient.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class StoreCommandsIT {

    private final MongoCollection<Document> things = SharedStore.CLIENT.collection("c" + UUID.randomUUID());

    @Test
    void findFiltersSortsLimitsSkipsAndProjects() {
        insert(20);
        List<Document> found = all(things.find(and(gt("n", 4), in("parity", "even"))).sort(descending("n")).skip(1)
                .limit(3).projection(include("n")));
        assertThat(found).extracting(d -> d.getInteger("n")).containsExactly(16, 14, 12);
        assertThat(found.getFirst().keySet()).containsExactly("_id", "n");
    }

    @Test
    void aProjectionGivesWhatItNamesWhateverTheFilterLooksAt() {
        one(things.insertOne(Document.parse(
                "{_id: 1, a: {b: 1, c: 2}, l: [{x: 1, y: 2}, {y: 3}], z: 9, s: 'a string that nobody asks for'}")));
        assertThat(projected("{'a.b': 1}")).isEqualTo(Document.parse("{_id: 1, a: {b: 1}}"));
        assertThat(projected("{'l.x': true, _id: 0}")).isEqualTo(Document.parse("{l: [{x: 1}, {}]}"));
        assertThat(projected("{_id: 1}")).isEqualTo(Document.parse("{_id: 1}"));
        assertThat(projected("{missing: 1}")).isEqualTo(Document.parse("{_id: 1}"));
        assertThat(projected("{a: 0, l: 0, s: false}")).isEqualTo(Document.parse("{_id: 1, z: 9}"));
        assertThat(projected("{_id: 0}").keySet()).containsExactly("a", "l", "z", "s");
        assertThat(projected("{}").keySet()).containsExactly("_id", "a", "l", "z", "s");
    }

    @Test
    void groupsAreCountedByTheFieldsThatTheirDocumentsHave() {
        one(things.insertMany(List.of(Document.parse("{a: 'x', b: 1, old: false}"),
                Document.parse("{a: 'x', b: 1, old: false, c: {d: 4}}"),
                Document.parse("{a: 'x', b: null, old: false}"),
                Document.parse("{a: 'y', old: false}"), Document.parse("{a: 'y', b: 1, old: true}"))));
        List<Document> counted = all(things.aggregate(List.of(Document.parse("{$match: {old: false}}"),
                Document.parse("{$group: {_id: {first: '$a', b: '$b'}, n: {$sum: 1}}}"))));
        assertThat(counted).containsExactlyInAnyOrder(Document.parse("{_id: {first: 'x', b: 1}, n: 2}"),
                Document.parse("{_id: {first: 'x', b: null}, n: 1}"), Document.parse("{_id: {first: 'y'}, n: 1}"));
        assertThat(all(things.aggregate(List.of(Document.parse("{$match: {a: 'z'}}"),
                Document.parse("{$group: {_id: {a: '$a'}, n: {$sum: 1}}}"))))).isEmpty();
        assertThat(all(things.aggregate(List.of(Document.parse("{$match: {old: false}}"),
                Document.parse("{$group: {_id: '$a', n: {$sum: 1}}}"))))).hasSize(2);
    }

    private Document projected(String projection) {
        return all(things.find(and(eq("z", 9), gt("l.y", 2))).projection(Document.parse(projection))).getFirst();
    }

    @Test
    void cursorsGiveEveryDocumentOnceWhateverTheBatchSize() {
        insert(250);
        for (int batch : new int[]{0, 1, 7, 100, 1000}) {
            assertThat(all(things.find().sort(ascending("n")).batchSize(batch))).extracting(d -> d.getInteger("n"))
                    .containsExactlyElementsOf(IntStream.range(0, 250).boxed().toList());
        }
    }

    @Test
    void anAnswerLargerThanOneMessageComesInSeveral() {
        byte[] megabyte = new byte[1 << 20];
        List<Document> large = IntStream.range(0, 60).mapToObj(n -> new Document("_id", n).append("b", megabyte))
                .toList();
        for (int i = 0; i < 60; i += 20) {
            one(things.insertMany(large.subList(i, i + 20)));
        }
        assertThat(all(things.find().batchSize(1000)).stream().map(d -> d.getInteger("_id")).sorted())
                .containsExactlyElementsOf(IntStream.range(0, 60).boxed().toList());
    }

    @Test
    void countsDistinctAndEstimatesAreRight() {
        insert(30);
        run(createIndex("parity"));
        assertThat(one(things.countDocuments(eq("parity", "even")))).isEqualTo(15);
        assertThat(one(things.countDocuments(eq("parity", "even"), new CountOptions().skip(10).limit(3)))).isEqualTo(3);
        assertThat(one(things.countDocuments())).isEqualTo(30);
        assertThat(one(things.estimatedDocumentCount())).isEqualTo(30);
        assertThat(all(things.distinct("parity", String.class))).containsExactlyInAnyOrder("even", "odd");
        assertThat(all(things.distinct("n", gt("n", 27), Integer.class))).containsExactlyInAnyOrder(28, 29);
    }

    @Test
    void updatesSetUnsetIncrementPushSliceAndPull() {
        one(things.insertOne(Document.parse("{_id: 1, n: 1, gone: 1, list: [1, 2], events: [{id: 'a'}, {id: 'b'}]}")));
        one(things.updateOne(eq("_id", 1),
                Updates.combine(Updates.set("s", "x"), Updates.unset("gone"), Updates.inc("n", 4),
                        Updates.pushEach("list", List.of(3, 4, 5), new PushOptions().slice(-3)),
                        Updates.pull("events", new Document("id", new Document("$in", List.of("a", "z")))))));
        assertThat(all(things.find()))
                .containsExactly(Document.parse("{_id: 1, n: 5, list: [3, 4, 5], events: [{id: 'b'}], s: 'x'}"));
    }

    @Test
    void updateManyTouchesAllThatMatchAndSaysHowMany() {
        insert(10);
        assertThat(one(things.updateMany(eq("parity", "odd"), Updates.set("seen", true))).getModifiedCount())
                .isEqualTo(5);
        assertThat(one(things.countDocuments(eq("seen", true)))).isEqualTo(5);
        assertThat(one(things.updateOne(eq("parity", "odd"), Updates.set("first", true))).getModifiedCount()).isOne();
        assertThat(one(things.countDocuments(eq("first", true)))).isOne();
    }

    @Test
    void findOneAndUpdateMakesACounter() {
        FindOneAndUpdateOptions options = new FindOneAndUpdateOptions().upsert(true)
                .returnDocument(ReturnDocument.AFTER);
        for (int expected = 1; expected <= 3; expected++) {
            assertThat(one(things.findOneAndUpdate(eq("_id", "counter"), Updates.inc("n", 1), options)))
                    .containsEntry("n", expected);
        }
        assertThat(one(things.findOneAndUpdate(eq("_id", "counter"), Updates.inc("n", 1)))).containsEntry("n", 3);
    }

    @Test
    void upsertsSetOnInsertOnlyOnce() {
        UpdateOptions upsert = new UpdateOptions().upsert(true);
        one(things.updateOne(eq("_id", 1), Updates.combine(Updates.setOnInsert("made", 1), Updates.inc("n", 1)),
                upsert));
        one(things.updateOne(eq("_id", 1), Updates.combine(Updates.setOnInsert("made", 2), Updates.inc("n", 1)),
                upsert));
        assertThat(all(things.find())).containsExactly(Document.parse("{_id: 1, made: 1, n: 2}"));
    }

    @Test
    void deletesOneOrAllThatMatch() {
        insert(10);
        assertThat(one(things.deleteOne(eq("parity", "odd"))).getDeletedCount()).isOne();
        assertThat(one(things.deleteMany(eq("parity", "odd"))).getDeletedCount()).isEqualTo(4);
        assertThat(one(things.countDocuments())).isEqualTo(5);
    }

    @Test
    void collectionsAreListedAndDropped() {
        insert(1);
        String name = things.getNamespace().getCollectionName();
        assertThat(all(SharedStore.CLIENT.driver().getDatabase("test").listCollectionNames())).contains(name);
        run(things.drop());
        assertThat(all(SharedStore.CLIENT.driver().getDatabase("test").listCollectionNames())).doesNotContain(name);
        assertThat(all(things.find())).isEmpty();
        insert(2);
        assertThat(one(things.countDocuments())).isEqualTo(2);
    }

    @Test
    void anAggregationReadsThroughItsFirstMatch() {
        insert(20);
        List<Document> groups = all(things.aggregate(List.of(Document.parse("{$match: {n: {$lt: 7}}}"),
                Document.parse("{$group: {_id: '$parity', sum: {$sum: '$n'}}}"), Document.parse("{$sort: {_id: 1}}"))));
        assertThat(groups).containsExactly(Document.parse("{_id: 'even', sum: 12}"),
                Document.parse("{_id: 'odd', sum: 9}"));
    }

    private org.reactivestreams.Publisher<Void> createIndex(String field) {
        return reactor.core.publisher.Mono.from(things.createIndex(new Document(field, 1))).then();
    }

    private void insert(int count) {
        one(things.insertMany(IntStream.range(0, count).mapToObj(
                n -> new Document("_id", "id" + n).append("n", n).append("parity", n % 2 == 0 ? "even" : "odd"))
                .toList()));
    }
}
