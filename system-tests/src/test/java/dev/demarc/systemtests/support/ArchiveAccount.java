package dev.demarc.systemtests.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What came of the ingest of {@link Archives} in one product. */
public final class ArchiveAccount {

    private final Api api;
    private final Archives archives;

    /** The archives' account there. */
    public ArchiveAccount(Api api, Archives archives) {
        this.api = api;
        this.archives = archives;
    }

    /** Sends the first item and ends the account's baseline, so that each gap is told by itself. */
    public ArchiveAccount turnLive() {
        api.post("/api/ingest/aws", archives.first()).expect(202);
        Gaps.subject(api, archives.firstNativeId());
        String id = "a-aws-" + archives.account();
        String etag = Patience.eventually()
                .until(() -> api.get("/api/accounts/{id}", id), found -> found.status() == 200)
                .etag();
        api.edit("PUT", "/api/accounts/{id}", etag, Map.of("phase", "live"), id).expect(200);
        return this;
    }

    /** Sends everything once and returns the {@link #gaps()} as they are when all is done. */
    public Map<String, String> ingestUndisturbed() {
        archives.all().forEach(body -> api.post("/api/ingest/aws", body).expect(202));
        Patience.eventually().untilAsserted(() -> assertThat(archives.findings(gaps()))
                .isEqualTo(archives.expectedFindings()));
        return gaps();
    }

    /** State and sequence of each gap of the account's buckets, by id, check and bucket. */
    public Map<String, String> gaps() {
        Map<String, String> gaps = new TreeMap<>();
        for (JsonNode gap : api.all("/api/gaps?account={a}&type=AWS::S3::Bucket", archives.account())) {
            gaps.put(Json.text(gap, "id") + " " + Json.text(gap, "check") + " "
                    + Json.text(gap, "subject", "nativeId"),
                    Json.text(gap, "state") + " " + gap.path("sequence").asLong());
        }
        return gaps;
    }

    /** Waits until each of these buckets is there as captured then, or later. */
    public void awaitAll(Map<String, Instant> captured) {
        Patience.eventually().untilAsserted(() -> {
            Map<String, Instant> found = new TreeMap<>();
            for (JsonNode resource : api.all("/api/resources?account={a}&type=AWS::S3::Bucket", archives.account())) {
                found.put(Json.text(resource, "subject", "nativeId"), Instant.parse(Json.text(resource, "capturedAt")));
            }
            Map<String, Instant> missing = new TreeMap<>(captured);
            missing.entrySet().removeIf(sent -> !found.getOrDefault(sent.getKey(), Instant.MIN)
                    .isBefore(sent.getValue()));
            assertThat(missing).as("answered 202, but not there").isEmpty();
        });
    }

    /**
     * Waits for the gaps of an undisturbed run, and until the receiver was told of each of their transitions, by one
     * webhook-id; nothing may be among the dead letters. Returns how many transitions there were.
     */
    public int awaitAsUndisturbed(Map<String, String> expected, Receiver receiver) {
        Patience.eventually().untilAsserted(() -> assertThat(gaps()).isEqualTo(expected));
        TreeSet<String> transitions = new TreeSet<>();
        expected.forEach((gap, state) -> {
            // that of the first item was told before the receiver was there
            for (long sequence = 1; !gap.endsWith(archives.firstNativeId())
                    && sequence <= Long.parseLong(state.split(" ")[1]); sequence++) {
                transitions.add(gap.split(" ")[0] + "." + sequence);
            }
        });
        receiver.awaitEachOnce(transitions);
        assertThat(api.all("/api/dead-letters/assessment")).isEmpty();
        assertThat(api.all("/api/dead-letters/notification")).isEmpty();
        return transitions.size();
    }
}
