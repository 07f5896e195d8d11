package dev.demarc.standalone.cli;

import dev.demarc.standalone.client.Api;
import dev.demarc.standalone.client.Query;
import dev.demarc.standalone.client.Show;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(name = "resources", mixinStandardHelpOptions = true, description = {"Show the resources that are there.",
        "--json prints all of them as {\"items\":[…],\"total\":n}."})
final class ResourcesCommand implements Callable<Integer> {

    private static final String PATH = "/api/resources";

    private final Session session;

    @Mixin
    private ClientOptions client = new ClientOptions();
    @Option(names = "--workload", paramLabel = "WORKLOAD", description = "The workload's id; none for those without.")
    private @Nullable String workload;
    @Option(names = "--account", paramLabel = "ACCOUNT", description = "The cloud's own number of it.")
    private @Nullable String account;
    @Option(names = "--type", paramLabel = "TYPE", description = "AWS::S3::Bucket …")
    private @Nullable String type;
    @Option(names = "--native-id", paramLabel = "ID", description = "The cloud's own id, such as an ARN.")
    private @Nullable String nativeId;
    @Option(names = "--limit", paramLabel = "N", defaultValue = "200", description = "The most lines of the table (${DEFAULT-VALUE}).")
    private int limit;

    ResourcesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Query query = new Query().with("workload", workload).with("account", account).with("type", type)
                .with("nativeId", nativeId);
        try (Api api = client.api(session)) {
            if (client.json()) {
                JsonItems.print(api, PATH, query, session.out());
                return ExitCode.OK;
            }
            Table table = new Table("GAPS", "OWNER", "WORKLOAD", "ACCOUNT", "MODEL", "RESOURCE", "ID");
            Rows rows = Rows.of(api, PATH, query, limit);
            for (JsonNode resource : rows.items()) {
                JsonNode subject = resource.path("subject");
                table.row(resource.path("gaps").asString("-"), Show.text(resource, "ownerTeam"),
                        Show.text(resource, "workload"), Show.text(subject, "account"),
                        Show.text(resource.path("serviceModel"), "key"), Show.subject(subject),
                        Show.text(subject, "id"));
            }
            rows.print(table, "resources", session.out());
        }
        return ExitCode.OK;
    }
}
