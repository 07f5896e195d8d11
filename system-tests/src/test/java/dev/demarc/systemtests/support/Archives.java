package dev.demarc.systemtests.support;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * An ingest that is disturbed: in each round requests of four buckets, first without versioning (two gaps), some
 * requests later with it (one of the two is resolved).
 */
public final class Archives {

    private static final int GROUPS = 20;
    private static final int GROUP = 4;
    private static final int LATER = 3;
    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");

    private record Request(int round, int group, boolean versioning) {

        String name(int bucket) {
            return "atlas-archive-%02d-%02d-%d".formatted(round, group, bucket);
        }

        Instant captured() {
            return BEGIN.plus(Duration.ofMinutes(versioning ? 10 : 0));
        }
    }

    private final String account;
    private final int rounds;

    /** In this account, so many rounds. */
    public Archives(String account, int rounds) {
        this.account = account;
        this.rounds = rounds;
    }

    /** The AWS account. */
    public String account() {
        return account;
    }

    /** By which the account is heard of. */
    public String first() {
        return Items.archive(account, "atlas-archive-first", BEGIN, true).toString();
    }

    /** The bucket of that. */
    public String firstNativeId() {
        return "arn:aws:s3:::atlas-archive-first";
    }

    /** The bodies of a round, in their order. */
    public List<String> requests(int round) {
        return plan(round).map(this::body).toList();
    }

    /** The bodies of all rounds. */
    public List<String> all() {
        return IntStream.range(0, rounds).boxed().flatMap(round -> requests(round).stream()).toList();
    }

    /** Each bucket of the first so many requests of a round with its latest capture time among them. */
    public Map<String, Instant> capturedAfter(int round, int requests) {
        Map<String, Instant> captured = new TreeMap<>();
        plan(round).limit(requests).forEach(request -> IntStream.range(0, GROUP)
                .forEach(bucket -> captured.put("arn:aws:s3:::" + request.name(bucket), request.captured())));
        return captured;
    }

    /** How many gaps of which check are in which state and sequence when all is done. */
    public Map<String, Long> expectedFindings() {
        long buckets = (long) rounds * GROUPS * GROUP;
        return Map.of("s3-kms-encryption open 1", buckets + 1, "s3-versioning resolved 2", buckets);
    }

    /** The same of the gaps that were found. */
    public Map<String, Long> findings(Map<String, String> gaps) {
        Map<String, Long> counts = new TreeMap<>();
        gaps.forEach((gap, state) -> counts.merge(gap.split(" ")[1] + " " + state, 1L, Long::sum));
        return counts;
    }

    private static Stream<Request> plan(int round) {
        List<Request> plan = new ArrayList<>();
        for (int group = 0; group < GROUPS + LATER; group++) {
            if (group < GROUPS) {
                plan.add(new Request(round, group, false));
            }
            if (group >= LATER) {
                plan.add(new Request(round, group - LATER, true));
            }
        }
        return plan.stream();
    }

    private String body(Request request) {
        List<JsonNode> items = IntStream.range(0, GROUP).mapToObj(bucket -> (JsonNode) Items.archive(account,
                request.name(bucket), request.captured(), request.versioning())).toList();
        return Json.text(items);
    }
}
