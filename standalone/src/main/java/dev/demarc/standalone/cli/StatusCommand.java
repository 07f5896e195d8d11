package dev.demarc.standalone.cli;

import dev.demarc.standalone.Json;
import dev.demarc.standalone.installation.Status;
import dev.demarc.standalone.installation.StatusFile;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "status", mixinStandardHelpOptions = true, description = {
        "Show what runs on the data directory. Exit code 3 where nothing does.",
        "--json prints {running, ready, pid, url, dataDir, version, startedAt}."})
final class StatusCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Optional<Status> running = StatusFile.running(session.directory());
        if (json) {
            session.out().println(Json.pretty(running.map(StatusCommand::object).orElseGet(this::nothing)));
        } else {
            session.out().println(running.map(StatusCommand::line)
                    .orElse("Nothing runs on " + session.directory().path() + "."));
        }
        return running.isPresent() ? ExitCode.OK : ExitCode.NOT_RUNNING;
    }

    private static String line(Status status) {
        return "Demarc " + status.version() + (status.ready() ? " is ready" : " is starting") + ": " + status.url()
                + ", process " + status.pid() + ", data in " + status.dataDir();
    }

    private static ObjectNode object(Status status) {
        return Json.mapper().createObjectNode().put("running", true).put("ready", status.ready())
                .put("pid", status.pid()).put("url", status.url().toString())
                .put("dataDir", status.dataDir()).put("version", status.version())
                .put("startedAt", status.startedAt().toString()).put("brokers", status.brokers());
    }

    private ObjectNode nothing() {
        return Json.mapper().createObjectNode().put("running", false).put("ready", false)
                .put("dataDir", session.directory().path().toString());
    }
}
