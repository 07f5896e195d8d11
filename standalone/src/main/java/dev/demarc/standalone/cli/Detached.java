package dev.demarc.standalone.cli;

import dev.demarc.standalone.Failure;
import dev.demarc.standalone.installation.DataDirectory;
import dev.demarc.standalone.installation.Status;
import dev.demarc.standalone.installation.StatusFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts a server in a process of its own, shows its progress, and returns when it is ready. */
final class Detached {

    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Session session;
    private final DataDirectory directory;
    private final Path said;
    private long shown;

    Detached(Session session) {
        this.session = session;
        this.directory = session.directory();
        this.said = directory.logs().resolve("start.log");
    }

    int start(List<String> arguments) throws InterruptedException {
        directory.create();
        boolean firstRun = !Files.exists(directory.adminKey());
        Process process = launch(arguments);
        long deadline = System.nanoTime() + LIMIT.toNanos();
        Optional<Status> status = Optional.empty();
        while (status.isEmpty()) {
            Thread.sleep(PAUSE);
            show();
            if (!process.isAlive()) {
                show();
                throw new Failure("Demarc did not start; what it said is in " + said + " and " + directory.log() + ".");
            }
            if (System.nanoTime() > deadline) {
                throw new Failure("Demarc is not ready after " + LIMIT.toMinutes() + " minutes; process "
                        + process.pid() + " goes on. See " + directory.log() + ".");
            }
            status = StatusFile.running(directory).filter(each -> each.ready() && each.pid() == process.pid());
        }
        show();
        Welcome.print(session, status.get().url(), directory, firstRun);
        session.out().println("It runs as process " + process.pid() + "; '" + session.command() + " down' stops it.");
        return ExitCode.OK;
    }

    private Process launch(List<String> arguments) {
        Path script = session.script();
        if (script == null) {
            throw new Failure("Without the 'demarc' script nothing can be started in the background; use it, or leave "
                    + "out --detach.");
        }
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(arguments);
        try {
            File output = said.toFile();
            return new ProcessBuilder(command).redirectInput(new File("/dev/null")).redirectErrorStream(true)
                    .redirectOutput(output).start();
        } catch (IOException e) {
            throw new Failure("The script " + script + " can't be started: " + e.getMessage(), e);
        }
    }

    private void show() {
        try {
            byte[] all = Files.readAllBytes(said);
            int end = all.length;
            session.out().write(all, (int) shown, (int) (end - shown));
            session.out().flush();
            shown = end;
        } catch (IOException e) {
            throw new Failure("The file " + said + " can't be read: " + e.getMessage(), e);
        }
    }
}
