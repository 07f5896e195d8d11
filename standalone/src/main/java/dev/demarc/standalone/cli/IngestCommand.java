package dev.demarc.standalone.cli;

import dev.demarc.standalone.Failure;
import dev.demarc.standalone.client.Api;
import dev.demarc.standalone.client.ApiFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "ingest", mixinStandardHelpOptions = true, description = {
        "Send AWS Config items, each file as one request, and say of each what became of it.",
        "All forms are taken: EventBridge events, SNS and SQS deliveries, snapshots, histories, bare items, JSON Lines.",
        "Exit code 1 where a file could not be read or sent, with --strict also where an item was rejected.",
        "--json prints {\"files\":[{file, state: sent | unreadable | failed, accepted, ignored, rejected, error}], …}."})
final class IngestCommand implements Callable<Integer> {

    private static final int BAR_FROM = 5;

    private final Session session;

    @Mixin
    private ClientOptions client = new ClientOptions();
    @Option(names = "--strict", description = "Exit code 1 where an item was rejected.")
    private boolean strict;
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files; directories with all that is below them; - for the standard input.")
    private List<String> arguments = List.of();

    IngestCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<Body> bodies = Body.all(arguments);
        boolean bar = session.terminal() && !client.json() && bodies.size() >= BAR_FROM;
        IngestReport report = client.json()
                ? new IngestReport.Json(session.out())
                : new IngestReport.Text(session.out());
        try (Api api = client.api(session)) {
            if (bar) {
                sendWithBar(api, bodies, report);
            } else {
                bodies.forEach(body -> report.add(send(api, body)));
            }
        } finally {
            report.close();
        }
        boolean failed = report.totals().failed() > 0 || (strict && report.totals().rejected() > 0);
        return failed ? ExitCode.FAILED : ExitCode.OK;
    }

    private void sendWithBar(Api api, List<Body> bodies, IngestReport report) {
        List<Sent> sent = new ArrayList<>();
        try (ProgressBar bar = new ProgressBarBuilder().setTaskName("Sending").setInitialMax(bodies.size())
                .setConsumer(new ConsoleProgressBarConsumer(session.err())).build()) {
            for (Body body : bodies) {
                sent.add(send(api, body));
                bar.step();
            }
        } finally {
            sent.forEach(report::add);
        }
    }

    /** What one file came to; only what would befall every file (no connection, a wrong key) ends the command. */
    private static Sent send(Api api, Body body) {
        byte[] bytes;
        try {
            bytes = body.read();
        } catch (Failure e) {
            return Sent.failed(body.name(), Sent.UNREADABLE, e);
        }
        try {
            return Sent.of(body.name(), api.post("/api/ingest/aws", bytes).body());
        } catch (ApiFailure e) {
            return switch (e.status()) {
                case 400, 413, 415 -> Sent.failed(body.name(), Sent.UNREADABLE, e);
                case 401, 403 -> throw e;
                default -> Sent.failed(body.name(), Sent.FAILED, e);
            };
        }
    }
}
