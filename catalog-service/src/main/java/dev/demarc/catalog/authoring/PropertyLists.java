package dev.demarc.catalog.authoring;

import dev.demarc.contracts.ContractJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Which paths the configuration items of a type can have: AWS Config's property lists, one
 * {@code AWS__S3__Bucket.properties.json} a type with dotted paths as keys, and the exceptions that this program documents.
 */
public final class PropertyLists {

    private static final String SUFFIX = ".properties.json";
    private static final int MAX_BYTES = 10_000_000;

    private final Map<String, Set<String>> paths = new HashMap<>();
    private final List<PathException> exceptions;

    private PropertyLists(List<PathException> exceptions) {
        this.exceptions = exceptions;
    }

    /**
     * What the lists leave out although items of the types have it: a path with all that is below, why, and what shows it
     * ({@code item}, {@code registry} for CloudFormation's, {@code documentation}).
     */
    public record PathException(
            List<String> types,
            String path,
            String evidence,
            String reason) {

        /** Copies the list. */
        public PathException {
            types = List.copyOf(types);
        }
    }

    /** The lists in a folder; throws {@link UncheckedIOException} where they can't be read or are none. */
    public static PropertyLists in(Path directory) {
        return in(directory, exceptions());
    }

    static PropertyLists in(Path directory, List<PathException> exceptions) {
        PropertyLists lists = new PropertyLists(exceptions);
        try (Stream<Path> files = Files.list(directory)) {
            files.filter(file -> file.toString().endsWith(SUFFIX)).forEach(lists::read);
            if (lists.paths.isEmpty()) {
                throw new IOException(directory + " holds no property list, *" + SUFFIX);
            }
            return lists;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The exceptions that come with the program, in their file's order. */
    public static List<PathException> exceptions() {
        try (InputStream in = Objects
                .requireNonNull(PropertyLists.class.getResourceAsStream("path-exceptions.json"))) {
            return List.of(ContractJson.mapper().readValue(in, PathException[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether anything is known of the type. */
    public boolean covers(String type) {
        return paths.containsKey(type) || exceptions.stream().anyMatch(it -> it.types().contains(type));
    }

    /** Whether an item of the type can have the path, {@code configuration.kmsKeyId}; a path on the way to another counts. */
    public boolean has(String type, String path) {
        return paths.getOrDefault(type, Set.of()).contains(path)
                || exceptions.stream().anyMatch(it -> it.types().contains(type) && isAt(path, it.path()));
    }

    private static boolean isAt(String path, String place) {
        return path.equals(place) || path.startsWith(place + ".") || place.startsWith(path + ".");
    }

    private void read(Path file) {
        String name = String.valueOf(file.getFileName());
        Set<String> known = new HashSet<>();
        try (InputStream in = Files.newInputStream(file)) {
            JsonNode list = ContractJson.mapper().readTree(in.readNBytes(MAX_BYTES));
            list.propertyNames().forEach(path -> {
                for (int end = path.indexOf('.'); end >= 0; end = path.indexOf('.', end + 1)) {
                    known.add(path.substring(0, end));
                }
                known.add(path);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        paths.put(name.substring(0, name.length() - SUFFIX.length()).replace("__", "::"), known);
    }
}
