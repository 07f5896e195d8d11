package dev.demarc.standalone.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** Runs the command line as a shell would, and keeps what it says. */
final class Terminal {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();
    private final Path home;

    Terminal(Path home) {
        this.home = home;
    }

    Terminal with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    int run(String... arguments) {
        out.reset();
        err.reset();
        return CommandLineProgram.with(new Session(environment, home, null, "demarc",
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8),
                ZoneId.of("Europe/Berlin"), false)).execute(arguments);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
