package dev.demarc.standalone.cli;

import dev.demarc.standalone.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is sent in one request.
 *
 * @param file null for the standard input
 */
record Body(String name, @Nullable Path file) {

    /** By the command line: directories give every file below them, ordered by name. */
    static List<Body> all(List<String> arguments) {
        List<Body> bodies = new ArrayList<>();
        for (String argument : arguments) {
            Path path = Path.of(argument);
            if (argument.equals("-")) {
                bodies.add(new Body("-", null));
            } else if (Files.isDirectory(path)) {
                below(path).forEach(file -> bodies.add(new Body(file.toString(), file)));
            } else {
                bodies.add(new Body(argument, path));
            }
        }
        if (bodies.isEmpty()) {
            throw new Failure("There is no file in " + String.join(", ", arguments) + ".");
        }
        return bodies;
    }

    byte[] read() {
        try {
            return file == null ? System.in.readAllBytes() : Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new Failure("there is no such file", e);
        } catch (IOException e) {
            throw new Failure("can't be read: " + e.getMessage(), e);
        }
    }

    private static List<Path> below(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new Failure("The directory " + directory + " can't be read: " + e.getMessage(), e);
        }
    }
}
