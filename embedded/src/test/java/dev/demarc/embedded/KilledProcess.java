package dev.demarc.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Another JVM that says where it serves, until it is killed. */
final class KilledProcess implements AutoCloseable {

    private final Process process;
    private final String address;

    private KilledProcess(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    static KilledProcess start(Class<?> main, Path directory) throws IOException {
        Process process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                main.getName(), directory.toString())).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader out = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        while (line != null && !line.startsWith("serving ")) {
            line = out.readLine();
        }
        return new KilledProcess(process, Objects.requireNonNull(line, "the process ended early").substring(8));
    }

    String address() {
        return address;
    }

    /** Like kill -9. */
    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
