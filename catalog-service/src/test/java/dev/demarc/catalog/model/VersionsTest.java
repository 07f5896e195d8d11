package dev.demarc.catalog.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VersionsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void theHighestVersionIsInForceWhateverTheOrder() {
        assertThat(new Versions(List.of(entry("aws/s3", 2), entry("aws/s3", 10), entry("aws/s3", 9),
                entry("aws/ec2", 1)), List.of()).marker()).isEqualTo(Map.of("aws/s3", 10, "aws/ec2", 1));
    }

    @Test
    void aRetiredModelIsNotInForceUntilAHigherVersionIsPublished() {
        List<Retirement> retirements = List.of(new Retirement("aws/s3", 2, NOW));
        assertThat(new Versions(List.of(entry("aws/s3", 1), entry("aws/s3", 2)), retirements).marker()).isEmpty();
        assertThat(new Versions(List.of(entry("aws/s3", 2), entry("aws/s3", 3)), retirements).marker())
                .isEqualTo(Map.of("aws/s3", 3));
    }

    private static VersionEntry entry(String key, int version) {
        return new VersionEntry(key, version, "d", NOW);
    }
}
