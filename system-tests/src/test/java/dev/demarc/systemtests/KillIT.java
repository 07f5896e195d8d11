package dev.demarc.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.systemtests.support.Answer;
import dev.demarc.systemtests.support.Api;
import dev.demarc.systemtests.support.Archives;
import dev.demarc.systemtests.support.Gaps;
import dev.demarc.systemtests.support.Json;
import dev.demarc.systemtests.support.Patience;
import dev.demarc.systemtests.support.Product;
import dev.demarc.systemtests.support.Receiver;
import dev.demarc.systemtests.support.SharedProduct;
import dev.demarc.systemtests.support.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * {@code kill -9} of the product at random moments of an ingest: nothing that was answered 202 is lost, the gaps are
 * those of a run without a kill, and each transition is told under one webhook-id. {@code -Ddemarc.seed} repeats a run.
 */
@ExtendWith(SharedProduct.class)
class KillIT {

    private static final String ACCOUNT = "314159265358";
    private static final Map<String, String> SETTINGS = Map.of("DEMARC_WEBHOOK_ALLOWED_CIDRS", "127.0.0.1/32",
            "DEMARC_WEBHOOK_TIMEOUT", "2s", "DEMARC_NOTIFICATION_LEASE", "4s", "DEMARC_NOTIFICATION_RETRIES",
            "0s,1s,1s,2s,2s,5s,5s,5s");

    @Test
    void afterThreeKillsNothingIsLostAndNobodyIsToldTwice(Product undisturbed) throws InterruptedException {
        kill(3, undisturbed);
    }

    @Test
    @Tag("long")
    void afterTwentyKillsNothingIsLostAndNobodyIsToldTwice(Product undisturbed) throws InterruptedException {
        kill(20, undisturbed);
    }

    private static void kill(int times, Product undisturbed) throws InterruptedException {
        long seed = Long.getLong("demarc.seed", System.nanoTime());
        System.out.println("KillIT: " + times + " kills with -Ddemarc.seed=" + seed);
        Random random = new Random(seed);
        Archives archives = new Archives(ACCOUNT, times);
        Map<String, String> expected = runUndisturbed(undisturbed.api(), archives);
        try (Receiver receiver = new Receiver();
                Product product = new Product("killed-" + times, SETTINGS).up()) {
            turnLive(product.api(), archives);
            receiver.register(product.api());
            for (int round = 0; round < times; round++) {
                killInRound(round, random, product, archives);
            }
            awaitGaps(product.api(), expected);
            // before the receiver was there
            expected.keySet().removeIf(gap -> gap.endsWith(archives.firstNativeId()));
            awaitDeliveries(receiver, expected);
            assertThat(product.api().all("/api/dead-letters/assessment")).isEmpty();
            assertThat(product.api().all("/api/dead-letters/notification")).isEmpty();
        }
    }

    private static void killInRound(int round, Random random, Product product, Archives archives)
            throws InterruptedException {
        int after = random.nextInt(archives.requests(round).size());
        Duration pause = Duration.ofMillis(random.nextInt(60));
        Writer writer = Writer.start(product.api(), archives.requests(round));
        Patience.eventually().pollInterval(Duration.ofMillis(1)).until(() -> writer.answered() >= after
                || writer.stoppedBy() != null);
        LockSupport.parkNanos(pause.toNanos());
        product.kill();
        int answered = writer.join();
        Instant began = Instant.now();
        product.up();
        Duration start = Duration.between(began, Instant.now());
        awaitAll(product.api(), archives.capturedAfter(round, answered));
        System.out.println("KillIT: killed after " + answered + " of " + archives.requests(round).size()
                + " requests; up in " + start.toMillis() + " ms; all answered ones there after "
                + Duration.between(began, Instant.now()).toMillis() + " ms");
        archives.requests(round).forEach(body -> {
            Answer answer = product.api().post("/api/ingest/aws", body).expect(202);
            assertThat(answer.json().path("rejected").isEmpty()).isTrue();
        });
    }

    private static Map<String, String> runUndisturbed(Api api, Archives archives) {
        turnLive(api, archives);
        archives.all().forEach(body -> api.post("/api/ingest/aws", body).expect(202));
        Patience.eventually().untilAsserted(() -> assertThat(archives.findings(gaps(api)))
                .isEqualTo(archives.expectedFindings()));
        return gaps(api);
    }

    private static void turnLive(Api api, Archives archives) {
        api.post("/api/ingest/aws", archives.first()).expect(202);
        Gaps.subject(api, archives.firstNativeId());
        String id = "a-aws-" + ACCOUNT;
        String etag = Patience.eventually()
                .until(() -> api.get("/api/accounts/{id}", id), found -> found.status() == 200)
                .etag();
        api.edit("PUT", "/api/accounts/{id}", etag, Map.of("phase", "live"), id).expect(200);
    }

    private static void awaitAll(Api api, Map<String, Instant> captured) {
        Patience.eventually().untilAsserted(() -> {
            Map<String, Instant> found = new TreeMap<>();
            for (JsonNode resource : api.all("/api/resources?account={a}&type=AWS::S3::Bucket", ACCOUNT)) {
                found.put(Json.text(resource, "subject", "nativeId"), Instant.parse(Json.text(resource, "capturedAt")));
            }
            Map<String, Instant> missing = new TreeMap<>(captured);
            missing.entrySet().removeIf(sent -> !found.getOrDefault(sent.getKey(), Instant.MIN)
                    .isBefore(sent.getValue()));
            assertThat(missing).as("answered 202, but not there after the kill").isEmpty();
        });
    }

    /** State and sequence of each gap of the account's buckets, by check and bucket and id. */
    private static Map<String, String> gaps(Api api) {
        Map<String, String> gaps = new TreeMap<>();
        for (JsonNode gap : api.all("/api/gaps?account={a}&type=AWS::S3::Bucket", ACCOUNT)) {
            gaps.put(Json.text(gap, "id") + " " + Json.text(gap, "check") + " "
                    + Json.text(gap, "subject", "nativeId"),
                    Json.text(gap, "state") + " " + gap.path("sequence").asLong());
        }
        return gaps;
    }

    private static void awaitGaps(Api api, Map<String, String> expected) {
        Patience.eventually().untilAsserted(() -> assertThat(gaps(api)).isEqualTo(expected));
    }

    private static void awaitDeliveries(Receiver receiver, Map<String, String> gaps) {
        TreeSet<String> transitions = new TreeSet<>();
        gaps.forEach((gap, state) -> {
            for (long sequence = 1; sequence <= Long.parseLong(state.split(" ")[1]); sequence++) {
                transitions.add(gap.split(" ")[0] + "." + sequence);
            }
        });
        Patience.eventually().untilAsserted(() -> {
            TreeSet<String> missing = new TreeSet<>(transitions);
            missing.removeAll(receiver.idsByTransition().keySet());
            assertThat(missing).as("transitions that nobody was told").isEmpty();
        });
        assertThat(receiver.refused()).isEmpty();
        assertThat(receiver.idsByTransition())
                .allSatisfy((transition, ids) -> assertThat(ids).as(transition).hasSize(1));
        assertThat(receiver.idsByTransition().values().stream().flatMap(ids -> ids.stream()))
                .doesNotHaveDuplicates();
        System.out.println("KillIT: " + transitions.size() + " transitions, each told under one webhook-id");
    }
}
