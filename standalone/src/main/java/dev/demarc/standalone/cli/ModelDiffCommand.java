package dev.demarc.standalone.cli;

import dev.demarc.standalone.client.Api;
import dev.demarc.standalone.client.Query;
import dev.demarc.standalone.client.Show;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "diff", mixinStandardHelpOptions = true, description = "Show what changes between two versions of a service model: which duty is gained, lost, moves, or is checked otherwise.")
final class ModelDiffCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    private ClientOptions client = new ClientOptions();
    @Parameters(index = "0", paramLabel = "KEY", converter = ModelKey.Converter.class, description = "aws/s3 …")
    private ModelKey key = new ModelKey("");
    @Parameters(index = "1", arity = "0..1", paramLabel = "FROM", description = "A version, or draft; the version in force where absent.")
    private @Nullable String from;
    @Parameters(index = "2", arity = "0..1", paramLabel = "TO", description = "A version, or draft; the draft where absent.")
    private @Nullable String to;
    @Option(names = "--html", description = "Print a page for people, one HTML file.")
    private boolean html;

    ModelDiffCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String path = key.path() + "/diff" + new Query().with("from", from).with("to", to).text();
        try (Api api = client.api(session)) {
            if (html) {
                session.out().print(api.text(path, "text/html"));
            } else if (client.json()) {
                session.out().println(Show.json(api.get(path)));
            } else {
                print(api.get(path), session.out());
            }
        }
        return ExitCode.OK;
    }

    private static void print(JsonNode diff, PrintStream out) {
        out.println(Show.text(diff, "name") + " (" + Show.text(diff, "serviceModel") + "), "
                + side(diff, "from") + " to " + side(diff, "to"));
        if (diff.path("service").isEmpty() && diff.path("duties").isEmpty()) {
            out.println("Nothing changes.");
            return;
        }
        diff.path("service").forEach(field -> field("  ", field, out));
        for (JsonNode duty : diff.path("duties")) {
            String variant = duty.path("variant").asString("");
            out.println();
            out.println(Show.text(duty, "kind").replace('-', ' ').toUpperCase(Locale.ROOT) + "  "
                    + Show.text(duty, "title") + " (" + Show.text(duty, "control") + ")"
                    + (variant.isEmpty() ? "" : ", where it is: " + variant));
            out.println("  " + Show.text(duty, "sentence"));
            duty.path("terms").forEach(field -> field("  ", field, out));
            for (JsonNode check : duty.path("checks")) {
                out.println("  check " + Show.text(check, "id") + " is "
                        + Show.text(check, "kind").replace("text-changed", "told in other words"));
                check.path("fields").forEach(field -> field("    ", field, out));
            }
            duty.path("texts").forEach(field -> field("  ", field, out));
        }
        out.println();
        out.println(summary(diff.path("summary")));
    }

    private static String side(JsonNode diff, String field) {
        String side = Show.text(diff, field);
        return side.equals("draft") ? "the draft" : "version " + side;
    }

    private static void field(String indent, JsonNode field, PrintStream out) {
        out.println(indent + Show.text(field, "field") + ":");
        line(indent + "  - ", field.path("from").asString(""), out);
        line(indent + "  + ", field.path("to").asString(""), out);
    }

    private static void line(String mark, String text, PrintStream out) {
        if (!text.isEmpty()) {
            text.lines().forEach(line -> out.println(mark + line));
        }
    }

    private static String summary(JsonNode summary) {
        return "Duties gained: " + summary.path("gained").asString("0") + ", lost: "
                + summary.path("lost").asString("0")
                + ", shifted: " + summary.path("shifted").asString("0") + ", on other terms: "
                + summary.path("terms-changed").asString("0") + ", checked otherwise: "
                + summary.path("check-changed").asString("0") + ", only reworded: "
                + summary.path("text-changed").asString("0") + ".";
    }
}
