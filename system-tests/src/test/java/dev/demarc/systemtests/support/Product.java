package dev.demarc.systemtests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The packaged program with a data directory of its own, used by the {@code demarc} script alone. */
public final class Product implements AutoCloseable {

    /** The repository's root. */
    public static final Path HOME = Path.of(System.getProperty("demarc.home", "..")).toAbsolutePath().normalize();
    private static final Duration CALL = Duration.ofMinutes(3);

    private final Path dataDir;
    private final Map<String, String> environment;
    private @Nullable JsonNode status;

    /** An installation without data in {@code target/data/<name>}, on a free port; nothing is started. */
    public Product(String name, Map<String, String> settings) {
        this(DataDirectory.fresh(name), settings);
    }

    private Product(Path dataDir, Map<String, String> settings) {
        this.dataDir = dataDir;
        environment = new HashMap<>(settings);
        environment.put("DEMARC_DATA_DIR", dataDir.toString());
        environment.putIfAbsent("DEMARC_PORT", "0");
        // what is tested is what was packaged
        environment.put("DEMARC_BUILD", "never");
    }

    /** The installation that the demo leaves inside this one, with its data; nothing is started. */
    public Product ofTheDemo() {
        return new Product(dataDir.resolve("demo"), environment);
    }

    /** {@code demarc up --detach}: returns when everything works. */
    public Product up() {
        try {
            demarc(Patience.START, "up", "--detach").expect(0);
        } catch (AssertionError e) {
            endLeftover();
            throw new AssertionError(e.getMessage() + "\n--- end of the log\n" + endOfLog(), e);
        }
        status = demarc("status", "--json").expect(0).json();
        process().ifPresent(Processes::add);
        return this;
    }

    /** {@code demarc down}. */
    public void down() {
        List<ProcessHandle> running = process().stream().toList();
        demarc(Patience.START, "down").expect(0);
        running.forEach(Processes::awaitEnd);
        status = null;
    }

    /** {@code kill -9} of the product's process. */
    public void kill() {
        ProcessHandle running = process().orElseThrow(() -> new AssertionError("it does not run"));
        Processes.end(running);
        status = null;
    }

    /** Runs the script with these arguments. */
    public Command demarc(String... arguments) {
        return demarc(CALL, arguments);
    }

    /** Runs the script with these arguments, for so long at most. */
    public Command demarc(Duration limit, String... arguments) {
        return Command.run(HOME, environment, limit,
                Stream.concat(Stream.of(HOME.resolve("demarc").toString()), Arrays.stream(arguments))
                        .toArray(String[]::new));
    }

    /** What {@code demarc status --json} said after the start. */
    public JsonNode status() {
        if (status == null) {
            throw new IllegalStateException("it has not been started");
        }
        return status;
    }

    /** The gateway's address. */
    public URI url() {
        return URI.create(Json.text(status(), "url"));
    }

    /** The broker's address. */
    public String brokers() {
        String brokers = Json.text(status(), "brokers");
        if (brokers.isEmpty()) {
            throw new AssertionError("'demarc status --json' does not say where the broker is: " + status());
        }
        return brokers;
    }

    /** The API with the first admin key. */
    public Api api() {
        try {
            return new Api(url(), Files.readString(adminKey()).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file with the first admin key. */
    public Path adminKey() {
        return dataDir.resolve("admin.key");
    }

    /** Where the data is. */
    public Path dataDir() {
        return dataDir;
    }

    /** Ends the process at once; its data stays for whoever looks why a test failed. */
    @Override
    public void close() {
        process().ifPresent(Processes::end);
        status = null;
    }

    private Optional<ProcessHandle> process() {
        return status == null ? Optional.empty() : ProcessHandle.of(status.path("pid").asLong());
    }

    /** What a start that failed has left behind; never a later process with the same number. */
    private void endLeftover() {
        Path file = dataDir.resolve("status.json");
        try {
            if (Files.exists(file)) {
                JsonNode left = Json.parse(Files.readString(file));
                Instant started = Instant.parse(Json.text(left, "processStartedAt"));
                ProcessHandle.of(left.path("pid").asLong())
                        .filter(process -> process.info().startInstant().filter(started::equals).isPresent())
                        .ifPresent(Processes::end);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String endOfLog() {
        try (Stream<String> lines = Files.lines(dataDir.resolve("logs/demarc.log"))) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 40), all.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
