package dev.demarc.standalone.cli;

import dev.demarc.standalone.Failure;
import dev.demarc.standalone.client.Api;
import dev.demarc.standalone.client.Query;
import dev.demarc.standalone.client.Show;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "responsibilities", mixinStandardHelpOptions = true, description = "Show who owns what on a resource or an account, and whether it is done.")
final class ResponsibilitiesCommand implements Callable<Integer> {

    private static final Pattern ID = Pattern.compile("r-[a-z2-7]{26}|a-[a-z0-9-]+");

    private final Session session;

    @Mixin
    private ClientOptions client = new ClientOptions();
    @Parameters(paramLabel = "RESOURCE", description = "Demarc's id of it (r-…, a-…) or the cloud's own, such as an ARN.")
    private String resource = "";

    ResponsibilitiesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Api api = client.api(session)) {
            JsonNode answer = api.get("/api/resources/" + id(api) + "/responsibilities");
            if (client.json()) {
                session.out().println(Show.json(answer));
            } else {
                print(answer);
            }
        }
        return ExitCode.OK;
    }

    private String id(Api api) {
        if (ID.matcher(resource).matches()) {
            return resource;
        }
        JsonNode found = api.get("/api/resources" + new Query().with("nativeId", resource).text()).path("items");
        if (found.isEmpty()) {
            throw new Failure("There is no resource with the id '" + resource + "'; 'demarc resources' lists them.");
        }
        return Show.text(found.path(0).path("subject"), "id");
    }

    private void print(JsonNode answer) {
        JsonNode model = answer.path("serviceModel");
        session.out().println(Show.subject(answer.path("resource")) + ", " + (model.isMissingNode()
                ? "a type without a service model: nothing is known of its responsibilities"
                : "by " + Show.text(model, "key") + " version " + model.path("version").asString("-")));
        session.out().println();
        Table table = new Table("CONTROL", "CATEGORY", "PROVIDER", "YOU", "FAILED CHECKS");
        for (JsonNode cell : answer.path("responsibilities")) {
            StringBuilder failed = new StringBuilder();
            for (JsonNode check : cell.path("customer").path("checks")) {
                if (check.path("outcome").asString("").equals("not-satisfied")) {
                    failed.append(failed.isEmpty() ? "" : ", ").append(Show.text(check, "id")).append(" (")
                            .append(Show.text(check, "severity")).append(')');
                }
            }
            table.row(Show.text(cell, "control"), Show.text(cell, "category"),
                    Show.text(cell.path("provider"), "state"), Show.text(cell.path("customer"), "outcome"),
                    failed.toString());
        }
        table.print(session.out());
    }
}
