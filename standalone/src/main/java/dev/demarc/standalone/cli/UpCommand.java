package dev.demarc.standalone.cli;

import dev.demarc.standalone.installation.DataDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "up", mixinStandardHelpOptions = true, description = {
        "Start everything in one process, with its data in the data directory, which is kept.",
        "With DEMARC_KAFKA_BROKERS and DEMARC_MONGODB_URI set, those are used instead of the embedded ones.",
        "It runs until Ctrl-C or 'demarc down'."})
final class UpCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    private ServerOptions options = new ServerOptions();
    @Option(names = {"-d", "--detach"}, description = "Go on in the background; returns when everything is ready.")
    private boolean detach;
    @Option(names = "--detached", hidden = true, description = "It was started in the background.")
    private boolean detached;

    UpCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        DataDirectory directory = session.directory();
        if (detach) {
            return new Detached(session).start(arguments());
        }
        return new Running(session, directory, options).until(server -> {
            if (!detached) {
                Welcome.print(session, server.url(), directory, server.firstRun());
                session.out().println("Ctrl-C stops it; the data is kept.");
            }
        });
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("up", "--detached"));
        Integer port = options.port();
        if (port != null) {
            arguments.add("--port=" + port);
        }
        if (options.verbose()) {
            arguments.add("--verbose");
        }
        return arguments;
    }
}
