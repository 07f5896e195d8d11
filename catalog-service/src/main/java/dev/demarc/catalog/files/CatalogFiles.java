package dev.demarc.catalog.files;

import dev.demarc.catalog.model.BundledCatalog;
import dev.demarc.catalog.model.CatalogProblem;
import dev.demarc.catalog.model.CatalogRules;
import dev.demarc.catalog.model.InvalidCatalog;
import dev.demarc.catalog.model.ModelRules;
import dev.demarc.catalog.model.SourceFile;
import dev.demarc.contracts.ContractJson;
import dev.demarc.contracts.Topic;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.ServiceModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads the catalog's files below a location: {@code controls/*.yaml} and {@code <provider>/<service>.yaml}. */
public final class CatalogFiles {

    private static final String CONTROLS = "controls";
    private static final int MAX_MODEL_BYTES = Topic.MAX_RECORD_BYTES - 10_000;

    private CatalogFiles() {}

    /** The catalog at a Spring resource location that ends with a slash; throws {@link InvalidCatalog} with all problems. */
    public static BundledCatalog load(String location, ModelRules rules) {
        List<Resource> files = files(location);
        FileReader reader = new FileReader();
        List<SourceFile<List<Control>>> controls = files.stream().filter(file -> folder(file).equals(CONTROLS))
                .map(file -> reader.controls(name(file), bytes(file))).flatMap(Optional::stream).toList();
        List<SourceFile<ServiceModel>> models = files.stream().filter(file -> !folder(file).equals(CONTROLS))
                .map(file -> reader.model(name(file), bytes(file))).flatMap(Optional::stream).toList();
        if (models.isEmpty() && reader.problems().isEmpty()) {
            reader.problems().add(new CatalogProblem(location, 1, "", "holds no service model"));
        }
        BundledCatalog catalog = CatalogRules.catalog(rules, controls, models, reader.problems());
        refuseTooLarge(catalog);
        return catalog;
    }

    private static void refuseTooLarge(BundledCatalog catalog) {
        List<CatalogProblem> tooLarge = new ArrayList<>();
        for (ServiceModel model : catalog.models()) {
            int bytes = ContractJson.mapper().writeValueAsBytes(model).length;
            if (bytes > MAX_MODEL_BYTES) {
                tooLarge.add(new CatalogProblem(model.key() + ".yaml", 1, "", "takes " + bytes
                        + " bytes with its controls; an event has room for " + MAX_MODEL_BYTES));
            }
        }
        if (!tooLarge.isEmpty()) {
            throw new InvalidCatalog(tooLarge);
        }
    }

    private static List<Resource> files(String location) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(location + "*/*.yaml"))
                    .filter(file -> !name(file).endsWith(".cases.yaml"))
                    .sorted(Comparator.comparing(CatalogFiles::name)).toList();
        } catch (IOException e) {
            throw new InvalidCatalog(List.of(new CatalogProblem(location, 1, "", "can't be read: " + e.getMessage())));
        }
    }

    private static byte[] bytes(Resource resource) {
        try (InputStream in = resource.getInputStream()) {
            return in.readNBytes(YamlFile.MAX_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Folder and file, {@code aws/s3.yaml}. */
    private static String name(Resource resource) {
        try {
            String[] path = resource.getURL().getPath().split("/");
            return path[path.length - 2] + "/" + Objects.requireNonNull(resource.getFilename());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String folder(Resource resource) {
        return name(resource).substring(0, name(resource).indexOf('/'));
    }
}
