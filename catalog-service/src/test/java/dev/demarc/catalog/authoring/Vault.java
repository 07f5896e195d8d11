package dev.demarc.catalog.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.catalog.files.CatalogFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A small folder of catalog files with nothing wrong in it, to be changed by a test. */
final class Vault {

    static final String CONTROLS = """
            controls:
              - id: encryption-at-rest
                title: Data is encrypted where it lies
                domain: Data protection
                description: Nobody reads the data from the medium.
                subjectKind: resource
                mappings:
                  - {framework: nist-800-53-r5, requirement: SC-28, relationship: intersects-with}
              - id: physical-security
                title: Buildings are guarded
                domain: Physical
                description: Nobody reaches the machines.
                subjectKind: provider-service
                mappings: [{framework: nist-800-53-r5, requirement: PE-3, relationship: equal-to}]
            """;
    static final String MODEL = """
            key: aws/vault
            version: 1
            name: Vault
            provider: aws
            serviceClass: abstracted
            deliveryModel: paas
            description: Keeps things.
            resourceTypes: [AWS::Vault::Vault]
            responsibilities:
              - control: physical-security
                ownership: csp-owned
                provided: AWS guards its data centres.
                observability: provider-assurance
                severity: low
              - control: encryption-at-rest
                ownership: csc-owned
                responsibility: Switch it on.
                observability: config
                severity: high

                checks:
                  - id: vault-encrypted
                    title: The vault is encrypted
                    expression: resource.configuration.encrypted
                    expected: It is on.
                    severity: high
                    remediation: Encrypt it.
                    paths: [resource.configuration.encrypted]
                    frameworks: {my-framework: [Vault.1]}
                variants:
                  - name: Managed vaults
                    when: has(resource.configuration.managed)
                    ownership: csp-owned
                    provided: AWS encrypts them.
                    observability: provider-assurance
                    severity: low
            """;
    static final String CASES = """
            cases:
              - {check: vault-encrypted, name: on, given: {resource: {configuration: {encrypted: true}}}, expect: satisfied}
              - {check: vault-encrypted, name: off, given: {resource: {configuration: {encrypted: false}}}, expect: not-satisfied}
              - {check: vault-encrypted, name: no word of it, given: {resource: {configuration: {}}},
                 expect: unknown, reason: configuration-missing}
            variants:
              - control: encryption-at-rest
                name: a managed one
                given: {resource: {configuration: {managed: true}}}
                expect: Managed vaults
            """;

    private final Path directory;

    /** As the bundled catalog is. */
    Vault(Path directory) {
        this(directory, "aws/");
        write("controls/all.yaml", CONTROLS);
    }

    /** The model and its cases alone, in a folder or in none. */
    Vault(Path directory, String folder) {
        this.directory = directory;
        write(folder + "vault.yaml", MODEL);
        write(folder + "vault.cases.yaml", CASES);
    }

    LintReport lint() {
        return CatalogLint.lint(directory, null);
    }

    LintReport lint(@Nullable Path paths) {
        return CatalogLint.lint(directory, paths);
    }

    CatalogFolder read() {
        return CatalogFolder.read(directory);
    }

    void write(String file, String content) {
        write(directory, file, content);
    }

    static void write(Path directory, String file, String content) {
        try {
            Files.createDirectories(Objects.requireNonNull(directory.resolve(file).getParent()));
            Files.writeString(directory.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void replace(String file, String text, String replacement) {
        try {
            String content = Files.readString(directory.resolve(file));
            assertThat(content).contains(text);
            int at = content.indexOf(text);
            write(file, content.substring(0, at) + replacement + content.substring(at + text.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String file) {
        try {
            Files.delete(directory.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
