package dev.demarc.standalone.cli;

import dev.demarc.standalone.client.Api;
import dev.demarc.standalone.client.Show;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(name = "matrix", mixinStandardHelpOptions = true, description = "Show the matrix: which control is whose in each service model; or write it as a table for auditors.")
final class MatrixCommand implements Callable<Integer> {

    private static final Map<String, String> LETTERS = Map.of("inherited", "provider", "shared", "shared",
            "customer-specific", "you", "not-applicable", "n/a");

    private static final String PATH = "/api/catalog/matrix";

    private final Session session;

    @Mixin
    private ClientOptions client = new ClientOptions();
    @Mixin
    private SelectionOptions selection = new SelectionOptions();
    @Mixin
    private OutputFile output = new OutputFile();
    @Option(names = "--format", paramLabel = "FORMAT", description = "json, or csv or xlsx for a table with the columns of the CSA CAIQ v4; a short view of it where absent.")
    private @Nullable Format format;
    @Spec
    private @Nullable CommandSpec spec;

    /** How the matrix is written. */
    enum Format {
        JSON,
        CSV,
        XLSX
    }

    MatrixCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Format asked = format == null && (client.json() || output.given()) ? Format.JSON : format;
        if (asked == Format.XLSX && !output.given() && session.terminal()) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(),
                    "A workbook is nothing for a terminal; say where to write it with --output");
        }
        try (Api api = client.api(session)) {
            if (asked == Format.CSV || asked == Format.XLSX) {
                output.write(api, PATH + selection.query().with("format", asked.name().toLowerCase(Locale.ROOT)).text(),
                        session);
            } else if (asked == Format.JSON && output.given()) {
                output.write(api, PATH + selection.query().text(), session);
            } else {
                JsonNode matrix = api.get(PATH + selection.query().text());
                if (asked == Format.JSON) {
                    session.out().println(Show.json(matrix));
                } else {
                    print(matrix);
                }
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
        JsonNode requirements = matrix.path("framework").path("requirements");
        if (!requirements.isEmpty()) {
            Map<String, Integer> counts = new TreeMap<>();
            requirements.forEach(it -> counts.merge(Show.text(it, "coverage"), 1, Integer::sum));
            session.out().println("Requirements of " + Show.text(matrix.path("framework"), "id") + ": "
                    + counts.entrySet().stream().map(each -> each.getValue() + " " + each.getKey())
                            .collect(Collectors.joining(", "))
                    + "; --format csv lists them.");
        }
    }

    private static String owner(JsonNode cell) {
        String category = Show.text(cell, "category");
        return LETTERS.getOrDefault(category, category) + (cell.path("variants").isEmpty() ? "" : "+");
    }
}
