package dev.demarc.standalone.cli;

import dev.demarc.standalone.client.Api;
import dev.demarc.standalone.client.Query;
import dev.demarc.standalone.client.Show;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "team", aliases = "teams", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND", description = "List, create and replace teams.")
final class TeamCommand {

    private static final String PATH = "/api/teams";

    private final Session session;

    TeamCommand(Session session) {
        this.session = session;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List the teams.")
    int list(@Mixin ClientOptions client) {
        try (Api api = client.api(session)) {
            if (client.json()) {
                JsonItems.print(api, PATH, new Query(), session.out());
                return ExitCode.OK;
            }
            Table table = new Table("ID", "NAME", "CONTACTS", "MERGED INTO");
            api.each(PATH, new Query(), team -> table.row(Show.text(team, "id"), Show.text(team, "name"),
                    Show.list(team.path("contacts")), Show.text(team, "mergedInto")));
            table.print(session.out());
        }
        return ExitCode.OK;
    }

    @Command(name = "put", mixinStandardHelpOptions = true, description = {"Create or replace the teams of a file.",
            "YAML or JSON: id, name, contacts, mergedInto; one object, several, or a list."})
    int put(@Mixin ClientOptions client, @Parameters(paramLabel = "FILE") Path file) {
        try (Api api = client.api(session)) {
            Documents.put(api, PATH, "Team", file, session);
        }
        return ExitCode.OK;
    }
}
