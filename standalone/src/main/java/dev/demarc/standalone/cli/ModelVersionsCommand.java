package dev.demarc.standalone.cli;

import dev.demarc.standalone.client.Api;
import dev.demarc.standalone.client.Query;
import dev.demarc.standalone.client.Show;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "versions", mixinStandardHelpOptions = true, description = "List the versions of a service model, the newest first.")
final class ModelVersionsCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    private ClientOptions client = new ClientOptions();
    @Parameters(paramLabel = "KEY", converter = ModelKey.Converter.class, description = "aws/s3 …")
    private ModelKey key = new ModelKey("");

    ModelVersionsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Api api = client.api(session)) {
            String path = key.path() + "/versions";
            if (client.json()) {
                JsonItems.print(api, path, new Query(), session.out());
                return ExitCode.OK;
            }
            Table table = new Table("VERSION", "STATE", "FROM", "PUBLISHED", "BY", "DIGEST");
            api.each(path, new Query(), version -> table.row(Show.text(version, "version"), state(version),
                    Show.text(version, "provenance"), Show.time(version, "publishedAt", session.zone()),
                    Show.text(version, "publishedBy"), Show.text(version, "digest")));
            table.print(session.out());
        }
        return ExitCode.OK;
    }

    private static String state(JsonNode version) {
        return version.path("inForce").asBoolean() ? "in force" : version.path("offered").asBoolean() ? "offered" : "-";
    }
}
