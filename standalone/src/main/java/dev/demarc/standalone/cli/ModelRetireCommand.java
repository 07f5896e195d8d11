package dev.demarc.standalone.cli;

import dev.demarc.standalone.client.Api;
import dev.demarc.standalone.client.Show;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "retire", mixinStandardHelpOptions = true, description = "Take a service model out of force, until a higher version of it is published.")
final class ModelRetireCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    private ClientOptions client = new ClientOptions();
    @Parameters(paramLabel = "KEY", converter = ModelKey.Converter.class, description = "aws/s3 …")
    private ModelKey key = new ModelKey("");

    ModelRetireCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Api api = client.api(session)) {
            JsonNode retired = api.command(key.path() + "/retire", null).body();
            if (client.json()) {
                session.out().println(Show.json(retired));
            } else {
                session.err().println(key + " is out of force since " + Show.time(retired, "retiredAt", session.zone())
                        + ", up to version " + retired.path("version").asString() + ".");
            }
        }
        return ExitCode.OK;
    }
}
