package dev.demarc.standalone.cli;

import dev.demarc.standalone.client.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which part of the matrix. */
class SelectionOptions {

    @Option(names = "--provider", split = ",", paramLabel = "PROVIDER", description = "aws, azure …")
    private List<String> providers = List.of();
    @Option(names = "--service", split = ",", paramLabel = "KEY", description = "Service models by key: aws/s3,aws/rds …")
    private List<String> services = List.of();
    @Option(names = "--delivery-model", split = ",", paramLabel = "MODEL", description = "iaas, paas, saas")
    private List<String> deliveryModels = List.of();
    @Option(names = "--framework", paramLabel = "FRAMEWORK", description = "By its requirements: nist-800-53-r5, csa-ccm-v4, aws-security-hub …")
    private @Nullable String framework;

    Query query() {
        return new Query().with("provider", providers).with("service", services)
                .with("deliveryModel", deliveryModels).with("framework", framework);
    }
}
