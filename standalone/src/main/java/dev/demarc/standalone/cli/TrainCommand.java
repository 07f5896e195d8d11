package dev.demarc.standalone.cli;

import dev.demarc.standalone.client.Api;
import dev.demarc.standalone.demo.Demo;
import dev.demarc.standalone.installation.DataDirectory;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "train", hidden = true, mixinStandardHelpOptions = true, description = "Start, play the demo unseen and stop, so that the JVM records what a start needs (-XX:AOTCacheOutput).")
final class TrainCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    private ServerOptions options = new ServerOptions();
    @Parameters(paramLabel = "DIR", description = "An empty directory.")
    private Path work = Path.of("");

    TrainCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        DataDirectory directory = new DataDirectory(work);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        try (Demo demo = new Demo(nowhere, session.zone(), session.command());
                var server = new Running(session, directory, options).startEmbedded(Demo.SETTINGS);
                Api api = new Api(server.url(), Files.readString(directory.adminKey()).strip())) {
            return demo.run(api, server.url(), directory) ? ExitCode.OK : ExitCode.FAILED;
        }
    }
}
