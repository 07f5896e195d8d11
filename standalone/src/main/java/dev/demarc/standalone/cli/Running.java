package dev.demarc.standalone.cli;

import dev.demarc.standalone.Version;
import dev.demarc.standalone.installation.DataDirectory;
import dev.demarc.standalone.server.Server;
import dev.demarc.standalone.server.ServerLog;
import dev.demarc.standalone.server.ServerSettings;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A server in this process, from its start to its end, with the one shutdown hook. */
final class Running {

    private final Session session;
    private final DataDirectory directory;
    private final ServerOptions options;

    Running(Session session, DataDirectory directory, ServerOptions options) {
        this.session = session;
        this.directory = directory;
        this.options = options;
    }

    /** What to do once everything is up. */
    interface Ready {
        void ready(Server server) throws Exception;
    }

    /** Starts, does that, and stays until the process is told to end. */
    int until(Ready ready) throws Exception {
        try (Server server = start(ServerSettings.of(session.environment(), directory, options.port()))) {
            ready.ready(server);
            new CountDownLatch(1).await();
            return ExitCode.OK;
        }
    }

    /** Starts with a broker and a store of its own and with these settings. */
    Server startEmbedded(Map<String, String> settings) throws InterruptedException {
        return start(ServerSettings.of(session.environment(), directory, options.port()).embeddedWith(settings));
    }

    private Server start(ServerSettings settings) throws InterruptedException {
        directory.create();
        ServerLog.configure(directory, options.verbose());
        Steps steps = new Steps(session.out());
        session.out().println("Demarc " + Version.text() + " starts, with its data in " + directory.path());
        Server server = Server.prepare(settings, steps);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("demarc-shutdown").unstarted(server::close));
        server.start(Clock.systemUTC());
        session.out().println(steps.seconds() + "  ready");
        return server;
    }
}
