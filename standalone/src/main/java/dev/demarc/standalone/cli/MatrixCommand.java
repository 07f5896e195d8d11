package dev.demarc.standalone.cli;

import dev.demarc.standalone.client.Api;
import dev.demarc.standalone.client.Query;
import dev.demarc.standalone.client.Show;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(name = "matrix", mixinStandardHelpOptions = true, description = "Show the matrix: which control is whose in each service model.")
final class MatrixCommand implements Callable<Integer> {

    private static final Map<String, String> LETTERS = Map.of("inherited", "provider", "shared", "shared",
            "customer-specific", "you", "not-applicable", "n/a");

    private final Session session;

    @Mixin
    private ClientOptions client = new ClientOptions();
    @Option(names = "--provider", paramLabel = "PROVIDER", description = "aws …")
    private @Nullable String provider;

    MatrixCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Api api = client.api(session)) {
            JsonNode matrix = api.get("/api/catalog/matrix" + new Query().with("provider", provider).text());
            if (client.json()) {
                session.out().println(Show.json(matrix));
            } else {
                print(matrix);
            }
        }
        return ExitCode.OK;
    }

    private void print(JsonNode matrix) {
        Map<String, String> owners = new HashMap<>();
        matrix.path("cells").forEach(cell -> owners.put(
                Show.text(cell, "serviceModel") + " " + Show.text(cell, "control"), owner(cell)));
        List<String> models = new ArrayList<>();
        matrix.path("serviceModels").forEach(model -> models.add(Show.text(model, "key")));
        List<String> headings = new ArrayList<>(List.of("CONTROL"));
        headings.addAll(models);
        Table table = new Table(headings.toArray(String[]::new));
        for (JsonNode control : matrix.path("controls")) {
            String id = Show.text(control, "id");
            List<String> row = new ArrayList<>(List.of(id));
            models.forEach(model -> row.add(owners.getOrDefault(model + " " + id, "")));
            table.row(row.toArray(String[]::new));
        }
        table.print(session.out());
        session.out().println();
        session.out().println(
                "+ a variant of the service differs; an empty cell is nobody's until a service model says so.");
    }

    private static String owner(JsonNode cell) {
        String category = Show.text(cell, "category");
        return LETTERS.getOrDefault(category, category) + (cell.path("variants").isEmpty() ? "" : "+");
    }
}
