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
        return new VersionEntry(key, version, "d", NOW, Origin.bundled(version, false));
    }

    @Test
    void anOfferedVersionIsNeverInForceButItsNumberIsTaken() {
        Versions versions = new Versions(List.of(entry("aws/s3", 1), custom("aws/s3", 2), offered("aws/s3", 3)),
                List.of());
        assertThat(versions.marker()).isEqualTo(Map.of("aws/s3", 2));
        assertThat(versions.next()).isEqualTo(4);
        assertThat(versions.taken()).extracting(VersionEntry::version).containsExactly(1, 2);
        assertThat(versions.ofEdition(3)).hasValueSatisfying(it -> assertThat(it.version()).isEqualTo(3));
        assertThat(versions.ofDraft(7)).hasValueSatisfying(it -> assertThat(it.version()).isEqualTo(2));
    }

    @Test
    void editionsAreFollowedUntilTheCompanyWritesOrRetires() {
        assertThat(new Versions(List.of(), List.of()).followsEditions("aws/s3")).isTrue();
        assertThat(new Versions(List.of(entry("aws/s3", 1)), List.of()).followsEditions("aws/s3")).isTrue();
        assertThat(new Versions(List.of(entry("aws/s3", 1), custom("aws/s3", 2)), List.of())
                .followsEditions("aws/s3")).isFalse();
        assertThat(new Versions(List.of(entry("aws/s3", 1)), List.of(new Retirement("aws/s3", 1, NOW)))
                .followsEditions("aws/s3")).isFalse();
    }

    private static VersionEntry custom(String key, int version) {
        return new VersionEntry(key, version, "d", NOW, Origin.draft(Provenance.CUSTOM, "k-1", 7));
    }

    private static VersionEntry offered(String key, int version) {
        return new VersionEntry(key, version, "d", NOW, Origin.bundled(version, true));
    }
}
