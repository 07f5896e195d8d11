package dev.demarc.standalone.cli;

import dev.demarc.standalone.client.Api;
import dev.demarc.standalone.client.Query;
import dev.demarc.standalone.client.Show;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "workload", aliases = "workloads", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND", description = "List, create and replace workloads.")
final class WorkloadCommand {

    private static final String PATH = "/api/workloads";

    private final Session session;

    WorkloadCommand(Session session) {
        this.session = session;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List the workloads.")
    int list(@Mixin ClientOptions client) {
        try (Api api = client.api(session)) {
            if (client.json()) {
                JsonItems.print(api, PATH, new Query(), session.out());
                return ExitCode.OK;
            }
            Table table = new Table("ID", "OWNER", "ENVIRONMENT", "CRITICALITY", "NAME", "SELECTOR");
            api.each(PATH, new Query(), workload -> table.row(Show.text(workload, "id"),
                    Show.text(workload, "ownerTeam"), Show.text(workload, "environment"),
                    Show.text(workload, "criticality"), Show.text(workload, "name"),
                    workload.path("selector").toString()));
            table.print(session.out());
        }
        return ExitCode.OK;
    }

    @Command(name = "put", mixinStandardHelpOptions = true, description = {
            "Create or replace the workloads of a file; their old and new members are judged again.",
            "YAML or JSON: id, name, ownerTeam, selector with tags, accounts or resources; environment, criticality, "
                    + "dataClassification, frameworks. One object, several, or a list."})
    int put(@Mixin ClientOptions client, @Parameters(paramLabel = "FILE") Path file) {
        try (Api api = client.api(session)) {
            Documents.put(api, PATH, "Workload", file, session);
        }
        return ExitCode.OK;
    }
}
