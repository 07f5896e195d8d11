package dev.demarc.benchmarks.store;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.bson.Document;

/** Documents like a subject's aggregate: some indexed fields, gaps, and a configuration that makes up most of 4 KB. */
final class Subjects {

    static final int BYTES = 4_000;

    private static final int TEAMS = 20;
    private static final List<String> STATES = List.of("open", "acknowledged", "waived", "resolved");
    private static final List<String> SEVERITIES = List.of("high", "medium", "low");

    private Subjects() {}

    static String id(int n) {
        return "aws|aws|%012d|arn:aws:s3:::bucket-%06d".formatted(n % 50, n);
    }

    static String team(int n) {
        return "team-" + n % TEAMS;
    }

    static String gap(int n, int k) {
        return "gap-" + n + "-" + k;
    }

    static Document document(int n, int revision) {
        Random random = new Random(n);
        return new Document("_id", id(n)).append("revision", revision).append("team", team(n))
                .append("state", STATES.get(random.nextInt(STATES.size())))
                .append("severity", SEVERITIES.get(random.nextInt(SEVERITIES.size())))
                .append("dueAt", 1_700_000_000_000L + random.nextInt(1_000_000_000))
                .append("gaps", IntStream.range(0, 3)
                        .mapToObj(k -> new Document("id", gap(n, k)).append("sequence", revision)).toList())
                .append("configuration", configuration(random));
    }

    private static Document configuration(Random random) {
        Document configuration = new Document();
        for (int i = 0; i < 40; i++) {
            configuration.append("property" + i, new Document("name", "value-" + random.nextInt(1_000_000))
                    .append("enabled", random.nextBoolean()).append("size", random.nextInt())
                    .append("text", Long.toHexString(random.nextLong())));
        }
        return configuration;
    }
}
