package dev.demarc.standalone.cli;

import dev.demarc.standalone.client.Api;
import dev.demarc.standalone.client.Query;
import dev.demarc.standalone.client.Show;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "dead-letters", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND", description = "List, show, replay and purge records that could not be processed.")
final class DeadLettersCommand {

    private static final String PATH = "/api/dead-letters/";

    private final Session session;

    DeadLettersCommand(Session session) {
        this.session = session;
    }

    /** Who has dead letters. */
    enum Owner {
        assessment,
        notification
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List them, the newest first.")
    int list(@Mixin ClientOptions client,
            @Parameters(paramLabel = "SERVICE", arity = "0..1", description = "${COMPLETION-CANDIDATES}; both where absent.") @Nullable Owner owner) {
        List<Owner> owners = owner == null ? List.of(Owner.values()) : List.of(owner);
        try (Api api = client.api(session)) {
            if (client.json()) {
                JsonItems.print(api, owners.stream().map(each -> PATH + each).toList(), new Query(), session.out());
                return ExitCode.OK;
            }
            Table table = new Table("SERVICE", "ID", "STATE", "WHEN", "FROM", "REASON");
            owners.forEach(each -> api.each(PATH + each, new Query(),
                    letter -> table.row(each.name(), Show.text(letter, "id"), Show.text(letter, "state"),
                            Show.time(letter, "at", session.zone()),
                            Show.text(letter, "topic") + "-" + letter.path("partition").asString("") + "@"
                                    + letter.path("offset").asString(""),
                            Show.text(letter, "reason"))));
            if (table.isEmpty()) {
                session.out().println("No dead letters.");
            } else {
                table.print(session.out());
            }
        }
        return ExitCode.OK;
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Show one with its record.")
    int show(@Mixin ClientOptions client, @Parameters(paramLabel = "SERVICE", index = "0") Owner owner,
            @Parameters(paramLabel = "ID", index = "1") String id) {
        try (Api api = client.api(session)) {
            session.out().println(Show.json(api.get(path(owner, id))));
        }
        return ExitCode.OK;
    }

    @Command(name = "replay", mixinStandardHelpOptions = true, description = "Send records to their topic again.")
    int replay(@Mixin ClientOptions client, @Parameters(paramLabel = "SERVICE", index = "0") Owner owner,
            @Parameters(paramLabel = "ID", index = "1..*", arity = "1..*") List<String> ids) {
        try (Api api = client.api(session)) {
            for (String id : ids) {
                api.post(path(owner, id) + "/replay", new byte[0]);
                session.err().println(owner + " " + id + " is replayed.");
            }
        }
        return ExitCode.OK;
    }

    @Command(name = "purge", mixinStandardHelpOptions = true, description = "Delete records for good.")
    int purge(@Mixin ClientOptions client, @Parameters(paramLabel = "SERVICE", index = "0") Owner owner,
            @Parameters(paramLabel = "ID", index = "1..*", arity = "1..*") List<String> ids) {
        try (Api api = client.api(session)) {
            for (String id : ids) {
                api.delete(path(owner, id));
                session.err().println(owner + " " + id + " is purged.");
            }
        }
        return ExitCode.OK;
    }

    private static String path(Owner owner, String id) {
        return PATH + owner + "/" + Query.encoded(id);
    }
}
