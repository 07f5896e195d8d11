package dev.demarc.catalog.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.catalog.authoring.Coverage.Group;
import dev.demarc.catalog.authoring.Coverage.SecurityHub;
import dev.demarc.catalog.authoring.Coverage.Service;
import dev.demarc.catalog.files.CatalogFolder;
import dev.demarc.contracts.catalog.Ownership;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogCoverageTest {

    private final Vault vault;

    CatalogCoverageTest(@TempDir Path directory) {
        vault = new Vault(directory);
        vault.replace("aws/vault.yaml", "{my-framework: [Vault.1]}", "{aws-security-hub: [KMS.1, KMS.4]}");
    }

    @Test
    void anIdIsCheckedWhereACheckNamesItWhoseCasesAllPass() {
        Coverage coverage = CatalogCoverage.of(vault.read());
        assertThat(coverage.services()).containsExactly(new Service("aws/vault", 1, 2,
                Map.of(Ownership.CSP_OWNED, 1, Ownership.CSC_OWNED, 1), 0, 1, 1,
                new SecurityHub(4, 2, 2, List.of("KMS.2", "KMS.5"))));
        assertThat(coverage.securityHub()).containsExactly(
                new Group("KMS", new SecurityHub(3, 1, 1, List.of("KMS.2", "KMS.5")),
                        new SecurityHub(1, 1, 1, List.of())));
        assertThat(coverage.total()).extracting(Coverage.Total::securityHubExisting,
                Coverage.Total::securityHubAccounted, Coverage.Total::securityHubChecked,
                Coverage.Total::securityHubPeriodicChecked).containsExactly(3, 1, 1, 1);
    }

    @Test
    void anIdWhoseCheckIsNotProvenIsAccountedForOnly() {
        vault.replace("aws/vault.cases.yaml", "{encrypted: false}", "{encrypted: true}");
        assertThat(CatalogCoverage.of(vault.read()).total())
                .extracting(Coverage.Total::proven, Coverage.Total::securityHubAccounted,
                        Coverage.Total::securityHubChecked)
                .containsExactly(0, 1, 0);
        vault.delete("aws/vault.cases.yaml");
        assertThat(CatalogCoverage.of(vault.read()).total().securityHubChecked()).isZero();
    }

    @Test
    void anIdThatCannotBeCheckedIsAccountedFor() {
        vault.replace("aws/vault.yaml", "responsibilities:\n", """
                unchecked:
                  - {framework: aws-security-hub, requirement: KMS.5, reason: No item shows it., control: backup}
                responsibilities:
                  - control: backup
                    ownership: csc-owned
                    responsibility: Keep copies.
                    observability: attestation
                    severity: low
                """);
        Coverage coverage = CatalogCoverage.of(vault.read());
        assertThat(coverage.total()).extracting(Coverage.Total::securityHubAccounted,
                Coverage.Total::securityHubChecked, Coverage.Total::attestationOnly).containsExactly(2, 1, 1);
    }

    @Test
    void theBundledCatalogProvesEachOfItsChecks() {
        Coverage coverage = CatalogCoverage.of(CatalogFolder.bundled());
        assertThat(coverage.total().proven()).isEqualTo(coverage.total().checks()).isGreaterThan(100);
        assertThat(coverage.total().securityHubChecked()).isGreaterThan(60);
    }
}
