package dev.demarc.standalone.cli;

import dev.demarc.standalone.Json;
import dev.demarc.standalone.client.Api;
import dev.demarc.standalone.client.Query;
import dev.demarc.standalone.client.Show;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "endpoint", aliases = "endpoints", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND", description = "Where gaps are told: list, add and test endpoints.")
final class EndpointCommand {

    private static final String PATH = "/api/notifications/endpoints";

    private final Session session;

    EndpointCommand(Session session) {
        this.session = session;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List the endpoints.")
    int list(@Mixin ClientOptions client) {
        try (Api api = client.api(session)) {
            if (client.json()) {
                JsonItems.print(api, PATH, new Query(), session.out());
                return ExitCode.OK;
            }
            Table table = new Table("ID", "TEAM", "FROM", "STATE", "NAME", "URL");
            api.each(PATH, new Query(), endpoint -> table.row(Show.text(endpoint, "id"), Show.text(endpoint, "team"),
                    Show.text(endpoint, "minimumSeverity"), state(endpoint), Show.text(endpoint, "name"),
                    Show.text(endpoint, "url")));
            table.print(session.out());
        }
        return ExitCode.OK;
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Add a webhook. Its signing secret is printed this once, alone on the output.")
    int add(@Mixin ClientOptions client,
            @Parameters(paramLabel = "ADDRESS", description = "Where to send to, https://…") URI address,
            @Option(names = "--name", required = true, paramLabel = "NAME", description = "What it is.") String name,
            @Option(names = "--team", paramLabel = "TEAM", description = "Whose gaps; those of all teams where absent.") @Nullable String team,
            @Option(names = "--minimum-severity", paramLabel = "SEVERITY", description = "low, medium, high or critical; all where absent.") @Nullable String severity) {
        ObjectNode input = Json.mapper().createObjectNode().put("name", name).put("url", address.toString());
        if (team != null) {
            input.put("team", team);
        }
        if (severity != null) {
            input.put("minimumSeverity", severity);
        }
        try (Api api = client.api(session)) {
            JsonNode made = api.post(PATH, input).body();
            if (client.json()) {
                session.out().println(Show.json(made));
            } else {
                session.err().println("Endpoint " + Show.text(made.path("endpoint"), "id") + "; its signing secret:");
                session.out().println(Show.text(made, "secret"));
            }
        }
        return ExitCode.OK;
    }

    @Command(name = "test", mixinStandardHelpOptions = true, description = "Send a signed test message now; exit code 1 where it was not received.")
    int test(@Mixin ClientOptions client,
            @Parameters(paramLabel = "ID", description = "The endpoint's id.") String id) {
        try (Api api = client.api(session)) {
            JsonNode attempt = api.post(PATH + "/" + Query.encoded(id) + "/test", new byte[0]).body();
            boolean delivered = attempt.path("delivered").asBoolean();
            if (client.json()) {
                session.out().println(Show.json(attempt));
            } else {
                session.out().println((delivered ? "Received" : "Not received: " + attempt.path("error").asString(""))
                        + " (status " + attempt.path("status").asString("-") + ", "
                        + attempt.path("durationMs").asString("-") + " ms)");
            }
            return delivered ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    private static String state(JsonNode endpoint) {
        return endpoint.path("enabled").asBoolean() ? "enabled" : "off: " + Show.text(endpoint, "disabledReason");
    }
}
