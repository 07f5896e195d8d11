package dev.demarc.standalone.cli;

import dev.demarc.standalone.Failure;
import dev.demarc.standalone.installation.Status;
import dev.demarc.standalone.installation.StatusFile;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;

@Command(name = "down", mixinStandardHelpOptions = true, description = "Stop what runs on the data directory, in order, and wait for its end. Fine where nothing runs.")
final class DownCommand implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Session session;

    DownCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Optional<Status> running = StatusFile.running(session.directory());
        if (running.isEmpty()) {
            session.out().println("Nothing runs on " + session.directory().path() + ".");
            return ExitCode.OK;
        }
        long pid = running.get().pid();
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.isPresent() && !process.get().destroy()) {
            throw new Failure("Process " + pid + " can't be stopped from here; is it another user's?");
        }
        if (process.isPresent()) {
            awaitEnd(process.get());
        }
        session.out().println("Stopped. The data is kept in " + session.directory().path() + ".");
        return ExitCode.OK;
    }

    private static void awaitEnd(ProcessHandle process) throws InterruptedException {
        try {
            process.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new Failure("Process " + process.pid() + " has not ended after " + LIMIT.toSeconds()
                    + " s; it is still stopping.", e);
        } catch (ExecutionException e) {
            throw new Failure("Process " + process.pid() + " can't be watched: " + e.getCause(), e);
        }
    }
}
