package dev.demarc.standalone.demo;

import dev.demarc.standalone.client.Api;
import dev.demarc.standalone.client.Query;
import dev.demarc.standalone.client.Show;
import java.io.PrintStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Prints what Demarc found in the shop, whose it is, what is the provider's beside it, and who was told. */
final class Findings {

    private static final List<String> SEVERITIES = List.of("critical", "high", "medium", "low");
    private static final String NOT_RESOLVED = "open,acknowledged,waived";
    private static final int SHOWN = 2;

    private final Api api;
    private final Receiver receiver;
    private final Parts parts;
    private final ZoneId zone;
    private final PrintStream out;

    Findings(Api api, Receiver receiver, Parts parts, ZoneId zone, PrintStream out) {
        this.api = api;
        this.receiver = receiver;
        this.parts = parts;
        this.zone = zone;
        this.out = out;
    }

    void print() {
        out.println();
        out.println("THE SHOP'S GAPS");
        SEVERITIES.forEach(this::severity);
        unmodelled();
        duties();
        redaction();
        deliveries();
    }

    private void severity(String severity) {
        JsonNode page = api.get("/api/gaps" + new Query().with("state", NOT_RESOLVED).with("severity", severity)
                .with("reason", "check-failed").with("limit", Integer.toString(SHOWN)).text());
        int shown = page.path("items").size();
        long total = page.path("total").asLong(shown);
        out.println();
        out.println(severity + ": " + total + (total > shown ? ", of which " + shown : ""));
        page.path("items").forEach(gap -> gap(api.get("/api/gaps/" + Show.text(gap, "id"))));
        parts.check("a gap of severity " + severity, shown > 0);
    }

    private void gap(JsonNode gap) {
        out.println("  " + Show.text(gap, "title"));
        line("resource", Show.subject(gap.path("subject")));
        line("owner", "team " + Show.text(gap, "ownerTeam") + ", workload " + Show.text(gap, "workload") + ", due "
                + Show.time(gap, "dueAt", zone));
        line("control", Show.text(gap, "control") + " (" + Show.text(gap, "category") + "), check "
                + Show.text(gap, "check"));
        gap.path("observed").forEach(value -> line("observed", Show.observed(value)));
        line("expected", Show.text(gap, "expected"));
        line("do", Show.text(gap, "remediation"));
        String provided = Show.text(gap, "provided");
        if (!provided.equals("-")) {
            line("provider", provided + " (" + Show.text(gap, "provider") + ")");
        }
        parts.check("observed values and a remediation of " + Show.text(gap, "check"),
                !gap.path("observed").isEmpty() && !Show.text(gap, "remediation").equals("-"));
    }

    private void unmodelled() {
        JsonNode page = api.get("/api/gaps" + new Query().with("state", NOT_RESOLVED)
                .with("reason", "service-not-modelled").with("limit", "10").text());
        out.println();
        out.println("types that no service model covers, so that nothing is known of them: "
                + page.path("total").asLong(page.path("items").size()));
        page.path("items").forEach(gap -> line(Show.text(gap, "severity"), Show.text(gap, "title")));
        parts.check("a type without a service model shown as such", !page.path("items").isEmpty());
    }

    private void duties() {
        JsonNode found = api.get("/api/resources" + new Query().with("nativeId", Shop.BUCKET).text()).path("items");
        parts.check("the payment bucket among the resources", !found.isEmpty());
        if (found.isEmpty()) {
            return;
        }
        JsonNode cells = api.get("/api/resources/" + Show.text(found.path(0).path("subject"), "id")
                + "/responsibilities").path("responsibilities");
        out.println();
        out.println("WHO DOES WHAT ON THE PAYMENT BUCKET");
        out.println();
        out.println("the provider, AWS:");
        boolean provider = false;
        boolean customer = false;
        for (JsonNode cell : cells) {
            String provided = cell.path("provider").path("provided").asString("");
            if (!provided.isEmpty()) {
                provider = true;
                line(Show.text(cell, "control"), "[" + Show.text(cell.path("provider"), "state") + "] " + provided);
            }
        }
        out.println();
        out.println("you:");
        for (JsonNode cell : cells) {
            if (cell.has("customer")) {
                customer = true;
                line(Show.text(cell, "control"), "[" + Show.text(cell.path("customer"), "outcome") + "] "
                        + Show.text(cell.path("customer"), "responsibility"));
            }
        }
        parts.check("the provider's duties on the payment bucket", provider);
        parts.check("the customer's duties on the payment bucket", customer);
    }

    private void redaction() {
        JsonNode found = api.get("/api/resources" + new Query().with("nativeId", Shop.FUNCTION).text()).path("items");
        String shown = found.isEmpty()
                ? ""
                : api.get("/api/resources/" + Show.text(found.path(0).path("subject"), "id")).toString();
        parts.check("the function's environment without its secret",
                !shown.isEmpty() && !shown.contains(Shop.FUNCTION_SECRET));
        out.println();
        out.println("The secret in the environment of the function charge-card was redacted before anything was kept.");
    }

    private void deliveries() {
        List<Delivery> received = receiver.received();
        out.println();
        out.println("WEBHOOKS RECEIVED");
        out.println();
        for (Delivery delivery : received) {
            out.println("  " + (delivery.verified() ? "VERIFIED" : "REFUSED (" + delivery.refusal() + ")") + "  "
                    + delivery.inbox() + "  " + delivery.type() + "  " + subject(delivery) + "  " + delivery.id());
        }
        for (String type : Set.of("gap.opened", "gap.resolved", "baseline.summary")) {
            parts.check("a verified webhook " + type,
                    received.stream().anyMatch(each -> each.verified() && each.type().equals(type)));
        }
        parts.check("only webhooks with a signature that holds", received.stream().allMatch(Delivery::verified));
    }

    private static String subject(Delivery delivery) {
        if (delivery.type().equals("baseline.summary")) {
            return delivery.data().path("total").asString("?") + " gaps " + delivery.data().path("severities");
        }
        return delivery.check();
    }

    private void line(String label, String value) {
        out.println("    " + label + " ".repeat(Math.max(1, 10 - label.length())) + value);
    }
}
