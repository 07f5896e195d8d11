package dev.demarc.standalone.installation;

import dev.demarc.standalone.Failure;
import dev.demarc.standalone.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** {@code status.json} of a data directory, replaced in one step. */
public final class StatusFile {

    private StatusFile() {}

    /** What was written last, whether that process still lives or not; empty where nothing (readable) was. */
    public static Optional<Status> read(DataDirectory directory) {
        try {
            return Optional.of(Json.mapper().readValue(Files.readString(directory.status()), Status.class));
        } catch (NoSuchFileException | JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new Failure("The file " + directory.status() + " can't be read: " + e, e);
        }
    }

    /** The process that uses the directory now. */
    public static Optional<Status> running(DataDirectory directory) {
        return read(directory).filter(Status::alive);
    }

    /** Replaces what is there. */
    public static void write(DataDirectory directory, Status status) {
        Path fresh = directory.path().resolve("status.json.new");
        try {
            Files.writeString(fresh, Json.pretty(status) + "\n");
            Files.move(fresh, directory.status(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Failure("The file " + directory.status() + " can't be written: " + e, e);
        }
    }

    /** Forgets it, at an orderly end. */
    public static void delete(DataDirectory directory) {
        try {
            Files.deleteIfExists(directory.status());
        } catch (IOException e) {
            throw new Failure("The file " + directory.status() + " can't be deleted: " + e, e);
        }
    }
}
