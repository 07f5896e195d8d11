package dev.demarc.standalone.installation;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/**
 * What runs on a data directory.
 *
 * @param processStartedAt when the operating system started the process; tells it from a later one with the same number
 * @param brokers host:port of the broker, for consumers on this machine; empty until it is known
 * @param ready whether everything was up once
 */
public record Status(long pid, Instant processStartedAt, URI url, String dataDir, String version, Instant startedAt,
        String brokers, boolean ready) {

    private static final Duration CLOCK_GRAIN = Duration.ofSeconds(2);

    /** This process, not ready yet. */
    public static Status starting(URI url, DataDirectory directory, String version, Instant now) {
        ProcessHandle self = ProcessHandle.current();
        return new Status(self.pid(), self.info().startInstant().orElse(now), url, directory.path().toString(), version,
                now, "", false);
    }

    /** The same, with the broker. */
    public Status withBrokers(String known) {
        return new Status(pid, processStartedAt, url, dataDir, version, startedAt, known, ready);
    }

    /** The same, ready. */
    public Status nowReady() {
        return new Status(pid, processStartedAt, url, dataDir, version, startedAt, brokers, true);
    }

    /** Whether that process is still there. */
    public boolean alive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive)
                .map(process -> process.info().startInstant()
                        .map(start -> Duration.between(start, processStartedAt).abs().compareTo(CLOCK_GRAIN) < 0)
                        .orElse(true))
                .orElse(false);
    }
}
