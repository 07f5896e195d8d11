package dev.demarc.standalone.cli;

import dev.demarc.standalone.Failure;
import dev.demarc.standalone.client.Api;
import dev.demarc.standalone.client.ApiFailure;
import dev.demarc.standalone.client.Show;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "draft", mixinStandardHelpOptions = true, description = {
        "Begin or replace the draft of a service model; without a file, show it.",
        "A draft may have problems, which are told and keep it from being published; what is no service model at all is",
        "not saved. A draft that is there is replaced only by who names its revision."})
final class ModelDraftCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    private ClientOptions client = new ClientOptions();
    @Parameters(index = "0", paramLabel = "KEY", converter = ModelKey.Converter.class, description = "aws/s3 …")
    private ModelKey key = new ModelKey("");
    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "YAML, or JSON in a file that ends with .json; - is the standard input.")
    private @Nullable String file;
    @Option(names = "--revision", paramLabel = "N", description = "Replace the draft of this revision, and no other.")
    private @Nullable Long revision;
    @Option(names = "--delete", description = "Throw the draft away.")
    private boolean delete;

    ModelDraftCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Api api = client.api(session)) {
            String given = file;
            if (delete) {
                api.delete(key.draft(), revision == null ? api.read(key.draft()).etag() : etag());
                session.err().println("The draft of " + key + " is gone.");
            } else if (given == null) {
                show(api.get(key.draft()), "draft", "is there");
            } else {
                save(api, given);
            }
        }
        return ExitCode.OK;
    }

    private void save(Api api, String given) {
        byte[] body = new Body(given, given.equals("-") ? null : Path.of(given)).read();
        String type = given.endsWith(".json") ? "application/json" : "application/yaml";
        try {
            Api.Answer answer = api.put(key.draft(), body, type, etag());
            show(answer.body(), given, "is saved");
        } catch (ApiFailure e) {
            BodyErrors.print(given, e.errors(), session.err());
            if (e.status() != 428) {
                throw e;
            }
            JsonNode there = api.get(key.draft());
            String number = there.path("revision").asString();
            throw new Failure("There is a draft of " + key + " already, revision " + number + " by "
                    + Show.text(there, "savedBy") + ". 'demarc catalog diff " + key
                    + "' shows what it changes; --revision " + number + " replaces it.", e);
        }
    }

    private void show(JsonNode draft, String name, String what) {
        if (client.json()) {
            session.out().println(Show.json(draft));
            return;
        }
        JsonNode problems = draft.path("problems");
        BodyErrors.print(name, problems, session.err());
        session.err().println("Revision " + draft.path("revision").asString() + " of the draft of " + key + " " + what
                + (problems.isEmpty()
                        ? "."
                        : "; it can't be published before " + (problems.size() == 1
                                ? "this problem is solved."
                                : "these " + problems.size() + " problems are solved.")));
    }

    private @Nullable String etag() {
        return revision == null ? null : "\"" + revision + "\"";
    }
}
