package dev.demarc.standalone.cli;

import dev.demarc.standalone.Json;
import dev.demarc.standalone.client.Api;
import dev.demarc.standalone.client.Query;
import dev.demarc.standalone.client.Show;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "keys", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND", description = "Make, list and revoke API keys.")
final class KeysCommand {

    private static final String PATH = "/api/keys";

    private final Session session;

    KeysCommand(Session session) {
        this.session = session;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List the keys, revoked ones too.")
    int list(@Mixin ClientOptions client) {
        try (Api api = client.api(session)) {
            if (client.json()) {
                JsonItems.print(api, PATH, new Query(), session.out());
                return ExitCode.OK;
            }
            Table table = new Table("ID", "ROLE", "NAME", "TEAMS", "CREATED", "LAST USED", "EXPIRES", "REVOKED");
            api.each(PATH, new Query(), key -> table.row(Show.text(key, "id"), Show.text(key, "role"),
                    Show.text(key, "name"), Show.list(key.path("teams")), time(key, "createdAt"),
                    time(key, "lastUsedAt"), time(key, "expiresAt"), time(key, "revokedAt")));
            table.print(session.out());
        }
        return ExitCode.OK;
    }

    @Command(name = "create", mixinStandardHelpOptions = true, description = "Make a key. It is printed this once, alone on the output.")
    int create(@Mixin ClientOptions client,
            @Parameters(paramLabel = "NAME", description = "What it is for.") String name,
            @Option(names = "--role", required = true, paramLabel = "ROLE", description = "viewer, ingester, editor or admin.") String role,
            @Option(names = "--team", paramLabel = "TEAM", split = ",", description = "The teams that its holder belongs to.") @Nullable List<String> teams,
            @Option(names = "--days", paramLabel = "N", description = "It ends after so many days; never where absent.") @Nullable Integer days) {
        ObjectNode input = Json.mapper().createObjectNode().put("name", name).put("role", role);
        if (teams != null) {
            teams.forEach(input.putArray("teams")::add);
        }
        if (days != null) {
            input.put("expiresAt", Clock.systemUTC().instant().plus(Duration.ofDays(days)).toString());
        }
        try (Api api = client.api(session)) {
            JsonNode made = api.post(PATH, input).body();
            if (client.json()) {
                session.out().println(Show.json(made));
            } else {
                session.err().println("Key " + Show.text(made.path("key"), "id") + ", " + role + ":");
                session.out().println(Show.text(made, "secret"));
            }
        }
        return ExitCode.OK;
    }

    @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Revoke a key; it opens nothing any more.")
    int revoke(@Mixin ClientOptions client, @Parameters(paramLabel = "ID", description = "The key's id.") String id) {
        try (Api api = client.api(session)) {
            api.delete(PATH + "/" + Query.encoded(id));
            session.err().println("Key " + id + " is revoked.");
        }
        return ExitCode.OK;
    }

    private String time(JsonNode key, String field) {
        return Show.time(key, field, session.zone());
    }
}
