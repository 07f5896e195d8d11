package dev.demarc.standalone.cli;

import dev.demarc.standalone.client.Api;
import dev.demarc.standalone.client.Query;
import dev.demarc.standalone.client.Show;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "compare", mixinStandardHelpOptions = true, description = {
        "Say which of your duties go, stay and come if you take some services instead of others.",
        "RDS or MySQL on EC2? demarc catalog compare aws/ec2,aws/ebs aws/rds"})
final class CompareCommand implements Callable<Integer> {

    private static final Map<String, String> CHANGES = Map.of("taken-over", "the provider does it", "falls-away",
            "nothing left to do", "eased", "shared from now on", "same", "as before", "grown",
            "yours alone from now on",
            "handed-over", "the provider did it", "appears", "there was nothing to do", "not-said",
            "one side says nothing");

    private final Session session;

    @Mixin
    private ClientOptions client = new ClientOptions();
    @Parameters(index = "0", paramLabel = "FROM", description = "Keys of service models, separated by commas.")
    private String from = "";
    @Parameters(index = "1", paramLabel = "TO", description = "What would take their place.")
    private String to = "";

    CompareCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Api api = client.api(session)) {
            JsonNode found = api.get("/api/catalog/compare" + new Query().with("from", from).with("to", to).text());
            if (client.json()) {
                session.out().println(Show.json(found));
            } else {
                print(found);
            }
        }
        return ExitCode.OK;
    }

    private void print(JsonNode found) {
        session.out().println(names(found.path("to")) + " in place of " + names(found.path("from")) + ":");
        duties("You no longer", found.path("dropped"));
        duties("You still", found.path("kept"));
        duties("You newly", found.path("added"));
        duties("Not comparable, since one side says nothing about", found.path("unsaid"));
    }

    private void duties(String heading, JsonNode duties) {
        session.out().println();
        session.out().println(heading + " (" + duties.size() + ")");
        if (duties.isEmpty()) {
            return;
        }
        Table table = new Table("  CONTROL", "CHANGE", "WHAT IS YOURS NOW", "UNLESS");
        for (JsonNode duty : duties) {
            JsonNode sides = duty.path("to").isEmpty() ? duty.path("from") : duty.path("to");
            table.row("  " + Show.text(duty, "control"),
                    CHANGES.getOrDefault(Show.text(duty, "change"), Show.text(duty, "change")), yours(sides),
                    variants(sides));
        }
        table.print(session.out());
    }

    private static String yours(JsonNode sides) {
        String text = stream(sides).map(side -> side.path("responsibility").asString("")).filter(it -> !it.isEmpty())
                .collect(Collectors.joining(" / "));
        return text.isEmpty() ? "-" : text.replaceAll("\\s+", " ");
    }

    private static String variants(JsonNode sides) {
        return stream(sides).flatMap(side -> stream(side.path("variants")))
                .map(variant -> Show.text(variant, "name") + ": " + Show.text(variant, "category"))
                .collect(Collectors.joining(", "));
    }

    private static String names(JsonNode services) {
        return stream(services).map(service -> Show.text(service, "name") + " (" + Show.text(service, "key")
                + " version " + Show.text(service, "version") + ")").collect(Collectors.joining(" and "));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
