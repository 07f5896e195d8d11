package dev.demarc.systemtests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** A program that was run to its end. */
public record Command(List<String> line, int exit, String out, String err) {

    /**
     * Runs it in a directory, with the variables added to an environment without any of Demarc's, and ends it and
     * what it started when the time is over. The output goes by way of files, since what it leaves running may hold
     * a pipe open.
     */
    static Command run(Path directory, Map<String, String> environment, Duration limit, String... line) {
        try {
            Path out = Files.createTempFile("demarc-out", ".txt");
            Path err = Files.createTempFile("demarc-err", ".txt");
            try {
                ProcessBuilder builder = new ProcessBuilder(line).directory(directory.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectOutput(out.toFile()).redirectError(err.toFile());
                builder.environment().keySet().removeIf(name -> name.startsWith("DEMARC_"));
                builder.environment().putAll(environment);
                Process process = builder.start();
                Processes.add(process.toHandle());
                boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
                if (!ended) {
                    Processes.end(process.toHandle());
                    process.waitFor();
                }
                Processes.remove(process.toHandle());
                Command command = new Command(Arrays.asList(line), process.exitValue(), Files.readString(out),
                        Files.readString(err));
                if (!ended) {
                    throw new AssertionError("not done after " + limit + ": " + command);
                }
                return command;
            } finally {
                Files.deleteIfExists(out);
                Files.deleteIfExists(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + String.join(" ", line), e);
        }
    }

    /** The command itself where it ended with this code; everything that it said otherwise. */
    public Command expect(int code) {
        if (exit != code) {
            throw new AssertionError("expected exit code " + code + ": " + this);
        }
        return this;
    }

    /** What it wrote, as JSON. */
    public JsonNode json() {
        return Json.parse(out);
    }

    /** Both streams. */
    public String said() {
        return out + err;
    }

    @Override
    public String toString() {
        return String.join(" ", line) + " ended with " + exit + "\n--- out\n" + out + "\n--- err\n" + err;
    }
}
