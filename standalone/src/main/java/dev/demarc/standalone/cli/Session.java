package dev.demarc.standalone.cli;

import dev.demarc.standalone.installation.DataDirectory;
import java.io.Console;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a command has around it.
 *
 * @param home where {@code demarc-data} lies unless the environment says otherwise
 * @param script the script that was called, which starts the server with its own JVM settings; null without it
 * @param command how the program was called, for advice
 * @param terminal whether a person watches, so that progress may be drawn
 */
record Session(Map<String, String> environment, Path home, @Nullable Path script, String command, PrintStream out,
        PrintStream err,
        ZoneId zone, boolean terminal) {

    /** This process's. */
    static Session ofProcess() {
        String script = System.getProperty("demarc.script");
        return new Session(System.getenv(), Path.of(System.getProperty("demarc.home", "")),
                script == null ? null : Path.of(script), System.getProperty("demarc.command", "demarc"), System.out,
                System.err, ZoneId.systemDefault(),
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent());
    }

    DataDirectory directory() {
        return DataDirectory.of(environment, home);
    }

    /** The value of a variable; null where it is absent or blank. */
    @Nullable
    String variable(String name) {
        String value = environment.getOrDefault(name, "");
        return value.isBlank() ? null : value.strip();
    }
}
