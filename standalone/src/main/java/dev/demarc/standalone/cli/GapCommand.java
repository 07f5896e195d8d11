package dev.demarc.standalone.cli;

import dev.demarc.standalone.client.Api;
import dev.demarc.standalone.client.Query;
import dev.demarc.standalone.client.Show;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "gap", mixinStandardHelpOptions = true, description = "Explain one gap: what was seen, what is expected, how to close it, what happened so far.")
final class GapCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    private ClientOptions client = new ClientOptions();
    @Parameters(paramLabel = "ID", description = "The gap's id, g-…")
    private String id = "";

    GapCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Api api = client.api(session)) {
            JsonNode gap = api.get("/api/gaps/" + Query.encoded(id));
            if (client.json()) {
                session.out().println(Show.json(gap));
            } else {
                explain(gap, session.out());
            }
        }
        return ExitCode.OK;
    }

    private void explain(JsonNode gap, PrintStream out) {
        out.println(Show.text(gap, "title") + "  [" + Show.text(gap, "severity") + ", " + Show.text(gap, "state")
                + (gap.path("stale").asBoolean() ? ", stale" : "") + "]");
        line("Gap", Show.text(gap, "id") + ", " + Show.text(gap, "reason"));
        line("Resource", Show.subject(gap.path("subject")) + "  " + Show.text(gap.path("subject"), "nativeId"));
        line("Owner", Show.text(gap, "ownerTeam") + ", workload " + Show.text(gap, "workload"));
        line("Control", Show.text(gap, "control") + " (" + Show.text(gap, "category") + ", "
                + Show.text(gap, "ownership") + "), check " + Show.text(gap, "check") + " of "
                + Show.text(gap, "serviceModel") + " version " + gap.path("modelVersion").asString("-"));
        line("Opened", Show.time(gap, "openedAt", session.zone()) + ", due " + Show.time(gap, "dueAt", session.zone()));
        gap.path("observed").forEach(value -> line("Observed", Show.observed(value)));
        line("Expected", Show.text(gap, "expected"));
        line("Remediation", Show.text(gap, "remediation"));
        line("Yours", Show.text(gap, "responsibility"));
        line("Provider's", Show.text(gap, "provided") + " (" + Show.text(gap, "provider") + ")");
        gap.path("frameworks").propertyStream()
                .forEach(each -> line("Framework", each.getKey() + " " + Show.list(each.getValue())));
        gap.path("history").forEach(each -> line("History", Show.time(each, "at", session.zone()) + "  "
                + Show.text(each, "event") + " " + each.path("transition").asString(each.path("cause").asString(""))
                + ", " + Show.text(each, "severity") + ", " + Show.text(each, "state") + ", "
                + Show.text(each, "origin")));
    }

    private void line(String label, String value) {
        if (!value.equals("-") && !value.equals("- (-)")) {
            session.out().println("  " + label + " ".repeat(Math.max(1, 13 - label.length())) + value);
        }
    }
}
