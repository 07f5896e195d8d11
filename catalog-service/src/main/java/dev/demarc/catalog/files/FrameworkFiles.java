package dev.demarc.catalog.files;

import dev.demarc.catalog.model.Framework;
import dev.demarc.catalog.model.Frameworks;
import dev.demarc.contracts.ContractJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The requirements of the frameworks that the bundled catalog maps to, {@code frameworks/<framework>.json}. */
public final class FrameworkFiles {

    private static final List<String> BUNDLED = List.of("nist-800-53-r5", "csa-ccm-v4", "cis-aws-foundations",
            "aws-security-hub", "microsoft-cloud-security-benchmark");

    private FrameworkFiles() {}

    /** All of them; takes some ten milliseconds. */
    public static Frameworks bundled() {
        return new Frameworks(BUNDLED.stream().map(FrameworkFiles::read).toList());
    }

    private static Framework read(String framework) {
        String resource = "/catalog/frameworks/" + framework + ".json";
        try (InputStream in = Objects.requireNonNull(FrameworkFiles.class.getResourceAsStream(resource), resource)) {
            return ContractJson.mapper().readValue(in, Framework.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
