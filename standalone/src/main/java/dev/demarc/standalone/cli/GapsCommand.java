package dev.demarc.standalone.cli;

import dev.demarc.standalone.client.Api;
import dev.demarc.standalone.client.Query;
import dev.demarc.standalone.client.Show;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(name = "gaps", mixinStandardHelpOptions = true, description = {"Show the gaps, the most severe first.",
        "--json prints all of them as {\"items\":[…],\"total\":n}; lists of filters are separated by commas."})
final class GapsCommand implements Callable<Integer> {

    private static final String PATH = "/api/gaps";
    private static final List<String> NOT_RESOLVED = List.of("open", "acknowledged", "waived");

    private final Session session;

    @Mixin
    private ClientOptions client = new ClientOptions();
    @Option(names = "--state", split = ",", paramLabel = "STATE", description = "open, acknowledged, waived, resolved; all but resolved ones where absent.")
    private List<String> states = NOT_RESOLVED;
    @Option(names = "--all", description = "Resolved ones too.")
    private boolean all;
    @Option(names = "--severity", split = ",", paramLabel = "SEVERITY", description = "low, medium, high, critical.")
    private List<String> severities = List.of();
    @Option(names = "--team", split = ",", paramLabel = "TEAM", description = "The owner; - for those that nobody owns.")
    private List<String> teams = List.of();
    @Option(names = "--workload", split = ",", paramLabel = "WORKLOAD", description = "The workload's id.")
    private List<String> workloads = List.of();
    @Option(names = "--control", split = ",", paramLabel = "CONTROL", description = "The control's id.")
    private List<String> controls = List.of();
    @Option(names = "--check", split = ",", paramLabel = "CHECK", description = "The check's id.")
    private List<String> checks = List.of();
    @Option(names = "--reason", split = ",", paramLabel = "REASON", description = "check-failed, service-not-modelled …")
    private List<String> reasons = List.of();
    @Option(names = "--provider", split = ",", paramLabel = "PROVIDER", description = "aws …")
    private List<String> providers = List.of();
    @Option(names = "--account", split = ",", paramLabel = "ACCOUNT", description = "The cloud's own number of it.")
    private List<String> accounts = List.of();
    @Option(names = "--type", split = ",", paramLabel = "TYPE", description = "AWS::S3::Bucket …")
    private List<String> types = List.of();
    @Option(names = "--subject", split = ",", paramLabel = "ID", description = "Demarc's id of the resource.")
    private List<String> subjects = List.of();
    @Option(names = "--sort", paramLabel = "ORDER", description = "severity, openedAt or dueAt; a minus before it turns the order round.")
    private @Nullable String sort;
    @Option(names = "--limit", paramLabel = "N", defaultValue = "200", description = "The most lines of the table (${DEFAULT-VALUE}).")
    private int limit;

    GapsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Query query = new Query().with("state", all ? List.of() : states).with("severity", severities)
                .with("team", teams).with("workload", workloads).with("control", controls).with("check", checks)
                .with("reason", reasons).with("provider", providers).with("account", accounts).with("type", types)
                .with("subject", subjects).with("sort", sort);
        try (Api api = client.api(session)) {
            if (client.json()) {
                JsonItems.print(api, PATH, query, session.out());
            } else {
                table(api, query);
            }
        }
        return ExitCode.OK;
    }

    private void table(Api api, Query query) {
        Table table = new Table("SEVERITY", "STATE", "OWNER", "DUE", "CONTROL", "REASON", "RESOURCE", "GAP");
        Rows rows = Rows.of(api, PATH, query, limit);
        for (JsonNode gap : rows.items()) {
            table.row(Show.text(gap, "severity"), Show.text(gap, "state"), Show.text(gap, "ownerTeam"),
                    Show.time(gap, "dueAt", session.zone()), Show.text(gap, "control"), Show.text(gap, "reason"),
                    Show.subject(gap.path("subject")), Show.text(gap, "id"));
        }
        rows.print(table, "gaps", session.out());
        if (!table.isEmpty()) {
            session.out().println("'demarc gap ID' explains one.");
        }
    }
}
