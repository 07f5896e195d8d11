package dev.demarc.catalog.files;

import dev.demarc.catalog.model.BundledCatalog;
import dev.demarc.catalog.model.ModelRules;
import dev.demarc.checks.CheckLanguage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A small catalog in a directory, to be changed by a test. */
public final class TestCatalog {

    private static final ModelRules RULES = new ModelRules(new CheckLanguage());

    /** Two controls. */
    public static final String CONTROLS = """
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
            """;

    /** A model with one cell of each side and a variant. */
    public static final String MODEL = """
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
                    expression: |-
                      resource.configuration.encrypted
                      && related.account.configuration.keys >= params.keys
                    expected: It is on.
                    severity: high
                    remediation: Encrypt it.
                    paths: [resource.configuration.encrypted, related.account.configuration.keys]
                    related:
                      account: {type: "AWS::::Account", relation: same-account}
                    parameters:
                      keys: {value: 1, minimum: 1, maximum: 9}
                variants:
                  - name: Managed vaults
                    when: resource.configuration.managed
                    ownership: csp-owned
                    provided: AWS encrypts them.
                    observability: provider-assurance
                    severity: low
            """;

    private final Path directory;

    /** Writes the two files below a directory. */
    public TestCatalog(Path directory) {
        this.directory = directory;
        write("controls/all.yaml", CONTROLS);
        write("aws/vault.yaml", MODEL);
    }

    /** Replaces a file. */
    public TestCatalog write(String file, String content) {
        try {
            Files.createDirectories(Objects.requireNonNull(directory.resolve(file).getParent()));
            Files.writeString(directory.resolve(file), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is, for the service's setting. */
    public String location() {
        return "file:" + directory + "/";
    }

    /** Loads it. */
    public BundledCatalog load() {
        return CatalogFiles.load(location(), RULES);
    }
}
