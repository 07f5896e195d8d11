package dev.demarc.benchmarks.catalog;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Some checks of the bundled catalog as Java on the same maps: what an expression language costs. */
final class HandWritten {

    /** By the id of the check. */
    static final Map<String, Predicate<Map<String, Object>>> PREDICATES = new TreeMap<>(Map.of(
            "s3-versioning",
            resource -> get(get(get(resource, "supplementaryConfiguration"), "BucketVersioningConfiguration"), "status")
                    .equals("Enabled"),
            "rds-storage-encrypted", resource -> configuration(resource, "storageEncrypted").equals(true),
            "rds-backup-retention",
            resource -> ((Number) configuration(resource, "backupRetentionPeriod")).longValue() >= 7,
            "ec2-one-network-interface",
            resource -> ((List<?>) configuration(resource, "networkInterfaces")).size() <= 1,
            "lambda-active-tracing",
            resource -> get(configuration(resource, "tracingConfig"), "mode").equals("Active")));

    private HandWritten() {}

    private static Object configuration(Map<String, Object> resource, String field) {
        return get(get(resource, "configuration"), field);
    }

    private static Object get(Object map, String field) {
        return Objects.requireNonNull(((Map<?, ?>) map).get(field));
    }
}
