package dev.demarc.systemtests.support;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Every process that the tests started, so that none outlives them, also when their JVM is told to end. */
final class Processes {

    private static final Set<ProcessHandle> RUNNING = ConcurrentHashMap.newKeySet();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Processes::kill), "end-processes"));
    }

    private Processes() {}

    static void add(ProcessHandle process) {
        RUNNING.add(process);
    }

    static void remove(ProcessHandle process) {
        RUNNING.remove(process);
    }

    /** SIGKILL for the process and what it started. */
    private static void kill(ProcessHandle process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** SIGKILL, and waits until they are gone. */
    static void end(ProcessHandle process) {
        kill(process);
        awaitEnd(process);
    }

    static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            RUNNING.remove(process);
        } catch (TimeoutException | ExecutionException e) {
            throw new AssertionError("process " + process.pid() + " did not end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
