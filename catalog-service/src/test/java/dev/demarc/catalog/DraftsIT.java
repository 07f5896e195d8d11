package dev.demarc.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoDatabase;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.demarc.catalog.Client.Answer;
import dev.demarc.catalog.files.TestCatalog;
import dev.demarc.catalog.publishing.DraftStore;
import dev.demarc.catalog.publishing.Drafts;
import dev.demarc.catalog.publishing.Publication;
import dev.demarc.catalog.publishing.Publishing;
import dev.demarc.catalog.publishing.ServiceModelStore;
import dev.demarc.contracts.OpenApi;
import dev.demarc.contracts.Schemas;
import dev.demarc.contracts.event.CatalogPublicationCompleted;
import dev.demarc.platform.mongo.Await;
import dev.demarc.platform.security.Role;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Drafts, publishing and retiring over HTTP, on a small catalog. */
class DraftsIT {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Schemas::text));
    private static final String OPERATION = " /api/catalog/service-models/{provider}/{service}/";

    private static ConfigurableApplicationContext context;
    private static Client editor;
    private static Client admin;

    @BeforeAll
    static void start(@TempDir Path directory) {
        TestService.replaceTopic(List.of());
        context = TestService.start("drafts", new TestCatalog(directory).location());
        TestService.awaitPublished(context);
        editor = new Client(context, Role.EDITOR);
        admin = editor.as(Role.ADMIN);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    /** The same service under another name, with other types and checks, so that nothing clashes. */
    private static String model(String name) {
        return TestCatalog.MODEL.replace("aws/vault", "aws/" + name).replace("version: 1\n", "")
                .replace("AWS::Vault::Vault", "AWS::Vault::" + name).replace("vault-encrypted", name + "-encrypted");
    }

    private static String save(String key, String yaml) {
        Answer answer = editor.draft(key, yaml, null);
        assertThat(answer.status()).describedAs(answer.response().body()).isEqualTo(201);
        return Objects.requireNonNull(answer.etag());
    }

    @Test
    void aDraftIsBegunReplacedAndThrownAwayOnlyByThoseWhoSawItAsItIs() {
        String key = "aws/begun";
        String yaml = model("begun");
        assertThat(editor.draft(key, yaml, "\"1\"").status()).isEqualTo(412);
        Answer begun = editor.draft(key, yaml, null);
        assertThat(begun.status()).isEqualTo(201);
        assertThat(begun.etag()).isEqualTo("\"1\"");
        conforms("PUT" + OPERATION + "draft", 201, begun);
        assertThat(begun.json().path("problems")).isEmpty();
        assertThat(begun.json().at("/model/version").asInt()).isEqualTo(1);
        assertThat(begun.text("savedBy")).isEqualTo("k-test");

        Answer again = editor.draft(key, yaml, null);
        assertThat(again.status()).isEqualTo(428);
        assertThat(again.text("expected")).isEqualTo("\"1\"");
        assertThat(editor.send("PUT", "/api/catalog/service-models/aws/begun/draft", yaml, "Content-Type", Client.YAML,
                "If-None-Match", "*").status()).isEqualTo(412);
        assertThat(editor.draft(key, yaml, "\"7\"").status()).isEqualTo(412);
        Answer replaced = editor.draft(key, yaml.replace("Keeps things.", "Keeps all."), "\"1\"");
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.etag()).isEqualTo("\"2\"");
        Answer read = editor.as(Role.VIEWER).model(key, "/draft");
        conforms("GET" + OPERATION + "draft", 200, read);
        assertThat(read.json().at("/model/description").asString()).isEqualTo("Keeps all.");

        String path = "/api/catalog/service-models/aws/begun/draft";
        assertThat(editor.send("DELETE", path, null).status()).isEqualTo(428);
        assertThat(editor.send("DELETE", path, null, "If-Match", "\"1\"").status()).isEqualTo(412);
        assertThat(editor.send("DELETE", path, null, "If-Match", "\"2\"").status()).isEqualTo(204);
        assertThat(editor.model(key, "/draft").status()).isEqualTo(404);
        assertThat(editor.send("DELETE", path, null, "If-Match", "\"2\"").status()).isEqualTo(404);
        assertThat(editor.draft(key, yaml, "\"2\"").text("detail")).contains("published or deleted since you read it");
        assertThat(save(key, yaml)).describedAs("no revision comes twice").isEqualTo("\"3\"");
    }

    @Test
    void openDraftsAreListedPageByPageWithTheNumberThatTheyWouldHave() {
        admin.publish("aws/listed", save("aws/listed", model("listed")));
        String etag = save("aws/listed", model("listed").replace("Keeps things.", "Keeps more."));
        save("aws/listedalso", model("listedalso"));
        List<JsonNode> drafts = new ArrayList<>();
        String next = "";
        do {
            Answer page = editor.as(Role.VIEWER)
                    .get("/api/catalog/drafts?limit=1" + (next.isEmpty() ? "" : "&cursor=" + next));
            conforms("GET /api/catalog/drafts", 200, page);
            page.json().path("items").forEach(drafts::add);
            assertThat(page.json().path("total").asInt()).isPositive();
            next = page.text("next");
        } while (!next.isEmpty());
        assertThat(drafts).extracting(it -> it.path("key").asString()).isSorted().doesNotHaveDuplicates()
                .contains("aws/listed", "aws/listedalso").doesNotContain("aws/published");
        assertThat(drafts).filteredOn(it -> it.path("key").asString().equals("aws/listed")).singleElement()
                .satisfies(it -> {
                    assertThat(it.path("version").asInt()).isEqualTo(2);
                    assertThat("\"" + it.path("revision").asInt() + "\"").isEqualTo(etag);
                    assertThat(it.path("name").asString()).isEqualTo("Vault");
                    assertThat(it.path("savedBy").asString()).isEqualTo("k-test");
                });
    }

    @Test
    void ofManyEditorsAtOnceOneWinsAndTheOthersAreTold() throws Exception {
        String etag = save("aws/raced", model("raced"));
        List<Callable<Integer>> edits = IntStream.range(0, 8).<Callable<Integer>>mapToObj(
                i -> () -> editor.draft("aws/raced", model("raced").replace("Keeps things.", "Keeps " + i), etag)
                        .status())
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(edits).stream().map(Future::resultNow)).containsOnly(200, 412)
                    .containsOnlyOnce(200);
        }
        assertThat(editor.model("aws/raced", "/draft").etag()).isEqualTo("\"2\"");
    }

    @Test
    void aDraftBecomesTheNextVersionOnceAndComesIntoForce() {
        String key = "aws/published";
        String etag = save(key, model("published"));
        assertThat(admin.publish(key, null).status()).isEqualTo(428);
        assertThat(admin.publish(key, "\"9\"").status()).isEqualTo(412);
        Answer first = admin.publish(key, etag);
        assertThat(first.status()).isEqualTo(201);
        conforms("POST" + OPERATION + "publish", 201, first);
        assertThat(first.header("Location")).isEqualTo("/api/catalog/service-models/aws/published/versions/1");
        assertThat(first.text("outcome")).isEqualTo("published");
        assertThat(first.text("provenance")).isEqualTo("custom");
        awaitMarker(key, 1);
        Answer version = admin.model(key, "/versions/1");
        assertThat(version.text("digest")).isEqualTo(first.text("digest"));
        assertThat(version.json().at("/model/controls")).hasSize(2);
        assertThat(admin.model(key, "/draft").status()).isEqualTo(404);

        Answer again = admin.publish(key, etag);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("outcome")).isEqualTo("already-published");
        assertThat(again.text("digest")).isEqualTo(first.text("digest"));

        String read = version.json().path("model").toString().replace("\"version\":1", "\"version\":2");
        Answer asRead = editor.send("PUT", "/api/catalog/service-models/aws/published/draft", read, "Content-Type",
                Client.JSON);
        assertThat(asRead.json().path("problems")).describedAs("what was read can be sent back").isEmpty();
        for (int i = 0; i < 2; i++) {
            Answer same = admin.publish(key, asRead.etag());
            assertThat(same.status()).isEqualTo(200);
            assertThat(same.text("outcome")).isEqualTo("unchanged");
            assertThat(same.json().path("version").asInt()).isEqualTo(1);
        }

        admin.publish(key, save(key, model("published").replace("Keeps things.", "Keeps more.")));
        awaitMarker(key, 2);
        Answer versions = admin.model(key, "/versions");
        conforms("GET" + OPERATION + "versions", 200, versions);
        assertThat(versions.json().path("items")).extracting(it -> it.path("version").asInt())
                .containsExactly(2, 1);
        assertThat(versions.json().at("/items/0/publishedBy").asString()).isEqualTo("k-test");
        assertThat(admin.model(key, "/versions/1").response().body()).isEqualTo(version.response().body()
                .replace("\"inForce\":true", "\"inForce\":false"));
    }

    @Test
    void ofTwoProcessesThatPublishAtOnceOnlyOneGetsTheResourceType() throws Exception {
        List<Publishing> processes = List.of(process(), process());
        for (int round = 0; round < 5; round++) {
            List<String> names = List.of("left" + round, "right" + round);
            List<Callable<Publishing.Result>> publications = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                Publishing process = processes.get(i);
                String key = "aws/" + names.get(i);
                save(key, model(names.get(i)).replace("AWS::Vault::" + names.get(i), "AWS::Vault::Both" + round));
                publications.add(() -> process.publish(key, 1, "k-test"));
            }
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                assertThat(threads.invokeAll(publications).stream().map(Future::resultNow))
                        .hasAtLeastOneElementOfType(Publishing.Published.class)
                        .hasAtLeastOneElementOfType(Publishing.Refused.class);
            }
        }
    }

    @Test
    void whoDiesInHisTurnHoldsNobodyUpForLong() {
        Await.one(context.getBean(MongoDatabase.class).getCollection("catalog.publications").updateOne(
                new Document("_id", "turn"), new Document("$set", new Document("holder", "dead").append("until",
                        Date.from(Instant.now().plusSeconds(1)))),
                new UpdateOptions().upsert(true)));
        String etag = save("aws/waited", model("waited"));
        assertThat(admin.publish("aws/waited", etag).status()).isEqualTo(201);
    }

    /** As another process on the same store would have it. */
    private static Publishing process() {
        return new Publishing(context.getBean(Drafts.class), context.getBean(DraftStore.class),
                context.getBean(ServiceModelStore.class), context.getBean(Publication.class), Clock.systemUTC());
    }

    @Test
    void aServiceModelIsRetiredOnceAndAHigherVersionPutsItInForceAgain() {
        String key = "aws/retired";
        admin.publish(key, save(key, model("retired")));
        awaitMarker(key, 1);
        Answer retired = admin.retire(key);
        conforms("POST" + OPERATION + "retire", 200, retired);
        awaitMarker(key, 0);
        assertThat(admin.retire(key).response().body()).isEqualTo(retired.response().body());
        assertThat(admin.model(key, "").status()).isEqualTo(404);
        assertThat(admin.model(key, "/versions/1").status()).isEqualTo(200);
        assertThat(admin.retire("aws/nope").status()).isEqualTo(404);

        Answer back = admin.publish(key, save(key, model("retired")));
        assertThat(back.status()).describedAs("the same content, but out of force").isEqualTo(201);
        awaitMarker(key, 2);
    }

    @Test
    void aPublicationThatDiedAfterTheVersionWasStoredIsFinishedByTheNext() {
        String key = "aws/died";
        String etag = save(key, model("died"));
        Document open = Await.one(context.getBean(MongoDatabase.class).getCollection("catalog.drafts")
                .find(new Document("_id", key)).first());
        admin.publish(key, etag);
        Runnable die = () -> Await.one(context.getBean(MongoDatabase.class).getCollection("catalog.drafts")
                .replaceOne(new Document("_id", key), open));
        die.run();
        assertThat(admin.publish(key, etag).text("outcome")).isEqualTo("already-published");
        assertThat(admin.model(key, "/draft").status()).isEqualTo(404);

        die.run();
        context.getBean(Publishing.class).closePublished();
        assertThat(admin.model(key, "/draft").status()).describedAs("a start closes it too").isEqualTo(404);
        assertThat(admin.model(key, "/versions").json().path("items")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "control: encryption-at-rest | control: encription | 14 | /responsibilities/1/control | there is no control 'encription'",
            "resource.configuration.encrypted | resource.configuration.encrypted && | 22 | /responsibilities/1/checks/0/expression | does not compile",
            "related.account.configuration.keys >= | related.vpc.configuration.keys >= | 29 | /responsibilities/1/checks/0/related/vpc | is read but not declared",
            "resource.configuration.encrypted, | resource.settings.encrypted, | 28 | /responsibilities/1/checks/0/paths/0 | 'settings' is none of",
            "provided: AWS guards its data centres. | rationale: They do. | 9 | /responsibilities/0/provided | missing: csp-owned",
            "resourceTypes: [AWS::Vault::bad] | resourceTypes: [AWS::Vault::Vault] | 7 | /resourceTypes/0 | 'AWS::Vault::Vault' is there already, in aws/vault",
            "id: bad-encrypted | id: vault-encrypted | 20 | /responsibilities/1/checks/0/id | 'vault-encrypted' is there already, in aws/vault",
            "name: Vault | version: 4 | 2 | /version | version 4 is not the next one; expected 1"})
    void aMistakeIsToldWithItsLineAndKeepsTheDraftFromBeingPublished(String text, String replacement, int line,
            String path, String problem) {
        String yaml = model("bad").replace(text.strip(), replacement.startsWith("version")
                ? replacement + "\nname: Vault"
                : replacement);
        assertThat(yaml).isNotEqualTo(model("bad"));
        String before = Objects.requireNonNullElse(editor.model("aws/bad", "/draft").etag(), "");
        Answer saved = editor.draft("aws/bad", yaml, before.isEmpty() ? null : before);
        assertThat(saved.json().path("problems")).anySatisfy(it -> {
            assertThat(it.path("path").asString()).isEqualTo(path);
            assertThat(it.path("problem").asString()).contains(problem);
            assertThat(it.path("line").asInt()).isEqualTo(line);
        });
        Answer refused = admin.publish("aws/bad", saved.etag());
        assertThat(refused.status()).isEqualTo(422);
        conforms("POST" + OPERATION + "publish", 422, refused);
        assertThat(refused.json().path("errors")).isEqualTo(saved.json().path("problems"));
        assertThat(admin.model("aws/bad", "/versions").status()).isEqualTo(404);
    }

    @Test
    void aRequirementThatDoesNotExistKeepsADraftFromBeingPublished() {
        String yaml = model("dangling").replace("        expected: It is on.\n",
                "        expected: It is on.\n        frameworks: {aws-security-hub: [S3.8, S3.999]}\n");
        Answer saved = editor.draft("aws/dangling", yaml, null);
        conforms("PUT" + OPERATION + "draft", 201, saved);
        assertThat(saved.json().path("problems")).singleElement().satisfies(it -> {
            assertThat(it.path("path").asString())
                    .isEqualTo("/responsibilities/1/checks/0/frameworks/aws-security-hub/1");
            assertThat(it.path("problem").asString())
                    .isEqualTo("there is no requirement 'S3.999' in aws-security-hub");
            assertThat(it.path("line").asInt()).isEqualTo(26);
        });
        assertThat(admin.publish("aws/dangling", saved.etag()).status()).isEqualTo(422);
    }

    @Test
    void aVersionThatIsThereCantBeDraftedAgain() {
        Answer saved = editor.draft("aws/vault", TestCatalog.MODEL.replace("Keeps things.", "Keeps more."), null);
        assertThat(saved.json().at("/problems/0/problem").asString())
                .isEqualTo("version 1 is there already and never changes; expected 2, or none, which means the same");
        assertThat(admin.publish("aws/vault", saved.etag()).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "ownership: csc-owned | ownership: customers | 422 | 15 | /responsibilities/1/ownership",
            "severity: high | severty: high | 422 | 18 | /responsibilities/1/severty",
            "name: Vault | name: [ | 400 | 4 | \"\"", "name: Vault | key: aws/twice | 400 | 2 | /key",
            "name: Vault | name: !!java.net.URL [x] | 400 | 2 | /name"})
    void whatIsNoServiceModelIsToldWithItsLineAndNotSaved(String text, String replacement, int status, int line,
            String path) {
        Answer refused = editor.draft("aws/shapeless", model("shapeless").replaceFirst(text, replacement), null);
        assertThat(refused.status()).describedAs(refused.response().body()).isEqualTo(status);
        conforms("PUT" + OPERATION + "draft", status, refused);
        assertThat(refused.json().path("errors")).anySatisfy(it -> {
            assertThat(it.path("line").asInt()).isEqualTo(line);
            assertThat(it.path("path").asString()).isEqualTo(path);
        });
        assertThat(editor.model("aws/shapeless", "/draft").status()).isEqualTo(404);
    }

    @Test
    void whatIsTooLargeOrGrowsIsOneProblemAndNotSaved() {
        assertThat(editor.draft("aws/huge", "#" + "x".repeat(1_900_000), null).status()).isEqualTo(413);
        assertThat(editor.draft("aws/huge", "#" + "x".repeat(1_000_001), null).text("detail"))
                .isEqualTo("the draft can't be read and is not saved: 1 problem");
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            bomb.append("a%d: &a%d [%s*a%d]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9), i - 1));
        }
        Answer refused = editor.draft("aws/huge", bomb.toString(), null);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors")).hasSize(1);
        assertThat(editor.draft("aws/huge", "", null).status()).isEqualTo(400);
        assertThat(editor.draft("aws/other", model("huge"), null).text("field")).isEqualTo("key");
        assertThat(editor.send("PUT", "/api/catalog/service-models/aws/huge/draft", "{}", "Content-Type",
                "text/plain").status()).isEqualTo(415);
        assertThat(editor.model("aws/huge", "/draft").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"key\": 1,\n\"key\": 2}", "{\"key\": ", "[1] 2", "{\"key\": 99999999999999999999}", "[]",
            "{\"key\": \"aws/json\"}"})
    void badJsonIsToldWithItsLine(String body) {
        Answer refused = editor.send("PUT", "/api/catalog/service-models/aws/json/draft", body, "Content-Type",
                Client.JSON);
        assertThat(refused.status()).isIn(400, 422);
        assertThat(refused.json().path("errors")).isNotEmpty()
                .allSatisfy(it -> assertThat(it.path("line").asInt()).isPositive());
    }

    @Test
    void anEditorDraftsAndAnAdminPublishes() {
        Client viewer = editor.as(Role.VIEWER);
        assertThat(viewer.draft("aws/roles", model("roles"), null).status()).isEqualTo(403);
        String etag = save("aws/roles", model("roles"));
        assertThat(editor.publish("aws/roles", etag).status()).isEqualTo(403);
        assertThat(editor.retire("aws/vault").status()).isEqualTo(403);
        assertThat(viewer.model("aws/roles", "/draft").status()).isEqualTo(200);
    }

    @Test
    void theDiffOfADraftIsReadByProgramsAndByPeople() {
        String key = "aws/compared";
        admin.publish(key, save(key, model("compared")));
        save(key, model("compared").replace("csp-owned\n    provided: AWS guards its data centres.",
                "csc-owned\n    responsibility: <script>alert(1)</script> & guard it.")
                .replace("provider-assurance\n    severity: low\n  - control: enc",
                        "attestation\n    severity: low\n  - control: enc"));
        Answer diff = editor.as(Role.VIEWER).model(key, "/diff");
        conforms("GET" + OPERATION + "diff", 200, diff);
        assertThat(diff.text("from") + diff.text("to")).isEqualTo("1draft");
        assertThat(diff.json().at("/duties/0/sentence").asString())
                .isEqualTo("Moves from the provider to the customer.");
        assertThat(diff.json().at("/summary/shifted").asInt()).isEqualTo(1);

        Answer page = editor.model(key, "/diff?from=1&to=draft", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(page.response().body()).contains("Moves from the provider to the customer.",
                "&lt;script&gt;alert(1)&lt;/script&gt; &amp; guard it.").doesNotContain("<script");
        assertThat(editor.model(key, "/diff", "Accept", "*/*").header("Content-Type")).isEqualTo(Client.JSON);
        assertThat(editor.model(key, "/diff", "Accept", "image/png").status()).isEqualTo(406);
        assertThat(editor.model(key, "/diff?from=one").text("field")).isEqualTo("from");
        assertThat(editor.model(key, "/diff?from=1&to=9").status()).isEqualTo(404);
        assertThat(editor.model("aws/vanished", "/diff").status()).isEqualTo(404);
    }

    private static void awaitMarker(String key, int version) {
        Awaitility.await().atMost(TestService.WAIT).untilAsserted(() -> assertThat(TestService.records().stream()
                .map(TestService::event).filter(CatalogPublicationCompleted.class::isInstance)
                .map(CatalogPublicationCompleted.class::cast).toList().getLast().inForce().getOrDefault(key, 0))
                .isEqualTo(version));
    }

    private static void conforms(String operation, int status, Answer answer) {
        JsonNode body = answer.json();
        assertThat(answer.status()).describedAs(body.toString()).isEqualTo(status);
        assertThat(SCHEMAS.getSchema(SchemaLocation.of(OpenApi.responseSchema(operation, status))).validate(body)
                .stream().map(Error::toString)).describedAs(operation).isEmpty();
    }
}
