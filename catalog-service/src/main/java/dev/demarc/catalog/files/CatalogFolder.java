package dev.demarc.catalog.files;

import dev.demarc.catalog.model.CatalogProblem;
import dev.demarc.catalog.model.SourceFile;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.ServiceModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A folder of catalog files as they are, right or wrong, cases too; names are relative to it, {@code aws/s3.yaml} or in a flat folder {@code s3.yaml}. */
public record CatalogFolder(
        List<SourceFile<List<Control>>> controls,
        List<SourceFile<ServiceModel>> models,
        List<SourceFile<CaseFile>> cases,
        List<CatalogProblem> problems) {

    private static final int MAX_FILES = 2000;
    private static final String CASES = ".cases.yaml";
    private static final Set<String> NOT_READ = Set.of("schema", "frameworks");

    /** Copies the lists. */
    public CatalogFolder {
        controls = List.copyOf(controls);
        models = List.copyOf(models);
        cases = List.copyOf(cases);
        problems = List.copyOf(problems);
    }

    /** Reads {@code *.yaml} of the folder and of the folders in it; throws {@link UncheckedIOException} where that can't be done. */
    public static CatalogFolder read(Path directory) {
        return read(directory, _ -> true);
    }

    /** The catalog that comes with the program. */
    public static CatalogFolder bundled() {
        return inBundled(CatalogFolder::read);
    }

    /** The controls of the catalog that comes with the program, without the time that its models take. */
    public static List<Control> bundledControls() {
        return inBundled(directory -> read(directory, CatalogFolder::isControls)).controls().stream()
                .flatMap(file -> file.content().stream()).toList();
    }

    private static CatalogFolder read(Path directory, Predicate<String> wanted) {
        FileReader reader = new FileReader();
        List<SourceFile<List<Control>>> controls = new ArrayList<>();
        List<SourceFile<ServiceModel>> models = new ArrayList<>();
        List<SourceFile<CaseFile>> cases = new ArrayList<>();
        for (Path file : files(directory)) {
            String name = directory.relativize(file).toString().replace('\\', '/');
            if (!wanted.test(name)) {
                continue;
            }
            if (isControls(name)) {
                reader.controls(name, bytes(file)).ifPresent(controls::add);
            } else if (name.endsWith(CASES)) {
                reader.cases(name, bytes(file)).ifPresent(cases::add);
            } else {
                reader.model(name, bytes(file)).ifPresent(models::add);
            }
        }
        return new CatalogFolder(controls, models, cases, reader.problems());
    }

    private static boolean isControls(String name) {
        return name.startsWith("controls/") || name.equals("controls.yaml");
    }

    /** The name of the file in which a model's cases stand. */
    public static String casesOf(SourceFile<ServiceModel> model) {
        return model.name().substring(0, model.name().length() - ".yaml".length()) + CASES;
    }

    /** The name of the file in which the model of these cases stands. */
    public static String modelOf(SourceFile<CaseFile> cases) {
        return cases.name().substring(0, cases.name().length() - CASES.length()) + ".yaml";
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> tree = Files.walk(directory, 2)) {
            List<Path> files = tree.filter(file -> file.toString().endsWith(".yaml") && Files.isRegularFile(file))
                    .filter(file -> !NOT_READ.contains(
                            String.valueOf(Objects.requireNonNull(file.getParent()).getFileName())))
                    .sorted().limit(MAX_FILES + 1L).toList();
            if (files.size() > MAX_FILES) {
                throw new IOException(directory + " holds more than " + MAX_FILES + " YAML files");
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(YamlFile.MAX_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T inBundled(Function<Path, T> use) {
        String here = "/catalog/README.md";
        try {
            URI uri = Objects.requireNonNull(CatalogFolder.class.getResource(here), here).toURI();
            if (!uri.getScheme().equals("jar")) {
                return use.apply(Objects.requireNonNull(Path.of(uri).getParent()));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return use.apply(jar.getPath("/catalog"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
