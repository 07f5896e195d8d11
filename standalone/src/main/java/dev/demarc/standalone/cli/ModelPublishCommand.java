package dev.demarc.standalone.cli;

import dev.demarc.standalone.client.Api;
import dev.demarc.standalone.client.ApiFailure;
import dev.demarc.standalone.client.Show;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "publish", mixinStandardHelpOptions = true, description = {
        "Make the draft of a service model its next version; what it covers is judged again.",
        "Publishing the same revision again does nothing more."})
final class ModelPublishCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    private ClientOptions client = new ClientOptions();
    @Parameters(paramLabel = "KEY", converter = ModelKey.Converter.class, description = "aws/s3 …")
    private ModelKey key = new ModelKey("");
    @Option(names = "--revision", paramLabel = "N", description = "The revision to publish, and no other; the one that is there where absent.")
    private @Nullable Long revision;

    ModelPublishCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Api api = client.api(session)) {
            String etag = revision == null ? api.read(key.draft()).etag() : "\"" + revision + "\"";
            JsonNode published = api.command(key.path() + "/publish", etag).body();
            if (client.json()) {
                session.out().println(Show.json(published));
            } else {
                session.err().println(sentence(published));
            }
        } catch (ApiFailure e) {
            BodyErrors.print("draft", e.errors(), session.err());
            throw e;
        }
        return ExitCode.OK;
    }

    private String sentence(JsonNode published) {
        String version = "version " + published.path("version").asString() + " of " + key;
        return switch (Show.text(published, "outcome")) {
            case "unchanged" -> "Nothing is published: " + version + ", which is in force, says the same.";
            case "already-published" -> "It was published before, as " + version + ".";
            default -> "Published " + version + ".";
        };
    }
}
