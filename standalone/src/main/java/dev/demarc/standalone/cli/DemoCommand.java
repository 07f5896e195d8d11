package dev.demarc.standalone.cli;

import dev.demarc.standalone.client.Api;
import dev.demarc.standalone.demo.Demo;
import dev.demarc.standalone.installation.DataDirectory;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "demo", mixinStandardHelpOptions = true, description = {
        "Start Demarc with an online shop on AWS, change a few things in it, and show its gaps and who was told.",
        "It has a broker, a store and a data directory of its own, 'demo' inside the data directory."})
final class DemoCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    private ServerOptions options = new ServerOptions();
    @Option(names = "--exit", description = "Stop by itself; exit code 0 where every part worked, else 1.")
    private boolean exit;
    @Option(names = "--keep", description = "Go on with the data of the last demo instead of beginning anew.")
    private boolean keep;

    DemoCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        DataDirectory directory = session.directory().demo();
        if (!keep) {
            directory.clear();
        }
        Running running = new Running(session, directory, options);
        try (Demo demo = new Demo(session.out(), session.zone(), session.command());
                var server = running.startEmbedded(Demo.SETTINGS);
                Api api = new Api(server.url(), Files.readString(directory.adminKey()).strip())) {
            boolean worked = demo.run(api, server.url(), directory);
            if (!exit) {
                session.out().println("It goes on until Ctrl-C.");
                new CountDownLatch(1).await();
            }
            return worked ? ExitCode.OK : ExitCode.FAILED;
        }
    }
}
