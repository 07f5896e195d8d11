package dev.demarc.standalone.installation;

import dev.demarc.standalone.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** What lies where in a data directory; nothing is made by asking. */
public record DataDirectory(Path path) {

    private static final String VARIABLE = "DEMARC_DATA_DIR";
    private static final String NAME = "demarc-data";

    /** Keeps the absolute path. */
    public DataDirectory {
        path = path.toAbsolutePath().normalize();
    }

    /** {@code DEMARC_DATA_DIR}, else {@code demarc-data} in the home of the program. */
    public static DataDirectory of(Map<String, String> environment, Path home) {
        String set = environment.getOrDefault(VARIABLE, "");
        return new DataDirectory(set.isBlank() ? home.resolve(NAME) : Path.of(set));
    }

    /** The demo's own, inside this one. */
    public DataDirectory demo() {
        return new DataDirectory(path.resolve("demo"));
    }

    /** The first admin key. */
    public Path adminKey() {
        return path.resolve("admin.key");
    }

    /** Keys that only the services read. */
    public Path secrets() {
        return path.resolve("secrets");
    }

    /** The broker's files. */
    public Path broker() {
        return path.resolve("broker");
    }

    /** The store's file. */
    public Path store() {
        return path.resolve("store");
    }

    /** The log files. */
    public Path logs() {
        return path.resolve("logs");
    }

    /** The log that is written now. */
    public Path log() {
        return logs().resolve("demarc.log");
    }

    Path status() {
        return path.resolve("status.json");
    }

    Path lock() {
        return path.resolve("demarc.lock");
    }

    /** Makes the directory, open to its owner only, where it is not there yet. */
    public void create() {
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path, ownerOnly());
            }
            Files.createDirectories(logs());
        } catch (IOException e) {
            throw new Failure("The data directory " + path + " can't be made: " + e + ". Choose another one with "
                    + VARIABLE + ".", e);
        }
    }

    /** Deletes everything in it but its lock; fails where a process uses it. Does nothing where it was never used. */
    public void clear() {
        if (!Files.exists(lock())) {
            return;
        }
        try (InstallationLock _ = InstallationLock.acquire(this); Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!each.equals(path) && !each.equals(lock())) {
                    Files.delete(each);
                }
            }
        } catch (IOException e) {
            throw new Failure("The data in " + path + " can't be deleted: " + e, e);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))}
                : new FileAttribute<?>[0];
    }
}
