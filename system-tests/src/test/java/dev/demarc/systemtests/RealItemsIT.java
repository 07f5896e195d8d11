package dev.demarc.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.demarc.systemtests.support.Api;
import dev.demarc.systemtests.support.Command;
import dev.demarc.systemtests.support.Gaps;
import dev.demarc.systemtests.support.Json;
import dev.demarc.systemtests.support.Patience;
import dev.demarc.systemtests.support.Product;
import dev.demarc.systemtests.support.SharedProduct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Items that others published, where they lie beside the repository: every file is accounted for, and the gaps are
 * those that a person finds who reads the items.
 */
@ExtendWith(SharedProduct.class)
class RealItemsIT {

    private static final Path FOLDER = Path
            .of(System.getProperty("demarc.shared", Product.HOME.resolveSibling("shared").toString()))
            .resolve("data/aws-config");
    private static final List<JsonNode> TABLE = Json.list(Json.resource("expected/accounting.json"));
    private static final List<JsonNode> READ = Json.list(Json.resource("expected/checks.json"));

    private static Map<String, JsonNode> verdicts = Map.of();

    private final Product product;
    private final Api api;

    RealItemsIT(Product product) {
        this.product = product;
        api = product.api();
    }

    @BeforeAll
    static void theFolderIsSentByTheCommandLine(Product product) throws IOException {
        boolean there = Files.isDirectory(FOLDER);
        if (!there) {
            System.out.println("RealItemsIT: skipped, since " + FOLDER + " is not there");
        }
        assumeTrue(there);
        try (Stream<Path> files = Files.walk(FOLDER)) {
            verdicts = send(product, files.filter(Files::isRegularFile).sorted().toList());
        }
    }

    private static Map<String, JsonNode> send(Product product, List<Path> files) {
        List<String> arguments = new ArrayList<>(List.of("ingest", "--json"));
        files.forEach(file -> arguments.add(file.toString()));
        // three files are no JSON, and for those the command ends with 1
        Command ingest = product.demarc(arguments.toArray(String[]::new)).expect(1);
        Map<String, JsonNode> sent = new TreeMap<>();
        Json.list(ingest.json().path("files"))
                .forEach(file -> sent.put(name(Path.of(Json.text(file, "file"))), file));
        assertThat(sent.keySet()).isEqualTo(files.stream().map(RealItemsIT::name).collect(Collectors.toSet()));
        return sent;
    }

    private static String name(Path file) {
        return FOLDER.relativize(file.toAbsolutePath().normalize()).toString();
    }

    @Test
    void everyFileIsAcceptedIgnoredOrRejectedForTheRightReason() {
        Map<String, String> wrong = new TreeMap<>();
        verdicts.forEach(
                (file, verdict) -> TABLE.stream().filter(row -> matches(row, file)).findFirst().ifPresent(row -> {
                    if (!accountedFor(row, verdict)) {
                        wrong.put(file, "expected " + row + ", got " + verdict);
                    }
                }));
        assertThat(wrong).isEmpty();
        assertThat(verdicts.values()).noneSatisfy(
                verdict -> assertThat(Json.text(verdict, "state")).isEqualTo("failed"));
        Set<String> notInTheTable = new TreeSet<>(verdicts.keySet());
        notInTheTable.removeIf(file -> TABLE.stream().anyMatch(row -> matches(row, file)));
        assertThat(notInTheTable).as("files that nobody has read yet").isEmpty();
    }

    private static boolean matches(JsonNode row, String file) {
        return FileSystems.getDefault().getPathMatcher("glob:" + Json.text(row, "files")).matches(Path.of(file));
    }

    private static boolean accountedFor(JsonNode row, JsonNode verdict) {
        if (row.has("unreadable")) {
            return Json.text(verdict, "state").equals("unreadable")
                    && Json.text(verdict, "error").contains(Json.text(row, "unreadable"));
        }
        List<JsonNode> reasons = Stream.concat(Json.list(verdict.path("ignored")).stream(),
                Json.list(verdict.path("rejected")).stream()).toList();
        return Json.text(verdict, "state").equals("sent")
                && verdict.path("accepted").asInt() == row.path("accepted").asInt()
                && verdict.path("ignored").size() == row.path("ignored").asInt()
                && verdict.path("rejected").size() == row.path("rejected").asInt()
                && reasons.stream().allMatch(reason -> said(reason).contains(Json.text(row, "reason")));
    }

    private static String said(JsonNode reason) {
        String value = Json.text(reason, "value");
        return Json.text(reason, "field") + (value.isEmpty() ? " " : " '" + value + "' ") + Json.text(reason, "reason");
    }

    @Test
    void theApiSaysTheSameOfEveryFileAndNeverFails() {
        verdicts.forEach((file, verdict) -> {
            boolean unreadable = Json.text(verdict, "state").equals("unreadable");
            JsonNode answer = api.post("/api/ingest/aws", bytes(FOLDER.resolve(file))).expect(unreadable ? 400 : 202)
                    .json();
            if (!unreadable) {
                assertThat(answer.path("accepted")).as(file).isEqualTo(verdict.path("accepted"));
                assertThat(answer.path("ignored")).as(file).isEqualTo(verdict.path("ignored"));
                assertThat(answer.path("rejected")).as(file).isEqualTo(verdict.path("rejected"));
            }
        });
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theChecksSayWhatAPersonReadsInTheItem() {
        for (JsonNode read : READ) {
            String subject = Gaps.subject(api, Json.text(read, "nativeId"));
            Map<String, String> expected = Gaps.expected(read.path("checks"));
            Patience.eventually().untilAsserted(
                    () -> assertThat(Gaps.outcomes(api, subject)).as(Json.text(read, "file")).isEqualTo(expected));
        }
    }

    @Test
    void theCommandLineNamesTheGapsThatAPersonFinds() {
        Map<String, Map<String, String>> expected = new TreeMap<>();
        READ.stream().filter(read -> !gaps(read).isEmpty())
                .forEach(read -> expected.put(Json.text(read, "nativeId"), gaps(read)));
        Patience.eventually().pollInterval(Patience.COMMAND).untilAsserted(() -> {
            Map<String, Map<String, String>> found = new TreeMap<>();
            for (JsonNode gap : Json.list(product.demarc("gaps", "--json").expect(0).json().path("items"))) {
                String nativeId = Json.text(gap, "subject", "nativeId");
                if (expected.containsKey(nativeId)) {
                    found.computeIfAbsent(nativeId, id -> new TreeMap<>()).put(Json.text(gap, "check"),
                            Json.text(gap, "reason"));
                }
            }
            assertThat(found).isEqualTo(expected);
        });
    }

    /** One gap for each check that is not satisfied; where nothing of a resource is known, one that says so. */
    private static Map<String, String> gaps(JsonNode read) {
        return read.path("configured").asBoolean(true)
                ? Gaps.following(Gaps.expected(read.path("checks")))
                : Map.of("", "configuration-missing");
    }

    @Test
    void aTypeWithoutAModelIsAGapOfItsAccount() {
        Set<String> modelled = new TreeSet<>();
        api.all("/api/catalog/service-models").forEach(model -> Json.list(model.path("resourceTypes"))
                .forEach(type -> modelled.add(type.asString())));
        Map<String, Set<String>> expected = new HashMap<>();
        TABLE.stream().filter(row -> row.has("type") && !modelled.contains(Json.text(row, "type"))).forEach(row -> {
            String nativeId = Json.text(row, "nativeId");
            Gaps.subject(api, nativeId);
            JsonNode resource = api.all("/api/resources?nativeId={id}", nativeId).getFirst();
            String type = Json.text(resource, "subject", "type");
            // OpenSearch domains have two types with one ARN; the later item counts
            assertThat(type.replace("Elasticsearch", "OpenSearch"))
                    .isEqualTo(Json.text(row, "type").replace("Elasticsearch", "OpenSearch"));
            assertThat(resource.has("serviceModel")).isFalse();
            expected.computeIfAbsent(Json.text(resource, "subject", "account"), account -> new TreeSet<>())
                    .add("No service model covers " + type);
        });
        assertThat(expected).isNotEmpty();
        expected.forEach((account, titles) -> Patience.eventually().untilAsserted(() -> assertThat(
                api.all("/api/gaps?account={a}&reason=service-not-modelled&state=open", account))
                .extracting(gap -> Json.text(gap, "title")).containsExactlyInAnyOrderElementsOf(titles)));
    }

    @Test
    void anAccountsBlockIsKnownOnlyWhereItWasSeen() {
        Patience.eventually().untilAsserted(() -> {
            assertThat(Gaps.outcomes(api, "a-aws-123456789012"))
                    .containsEntry("account-s3-public-access-block", "satisfied");
            assertThat(Gaps.outcomes(api, "a-aws-644160558196"))
                    .containsEntry("account-s3-public-access-block", "unknown");
        });
    }
}
