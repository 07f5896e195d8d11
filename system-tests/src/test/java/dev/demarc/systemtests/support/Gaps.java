package dev.demarc.systemtests.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Asks what the product found. */
public final class Gaps {

    /** Everything but resolved. */
    public static final String UNRESOLVED = "open,acknowledged,waived";

    private Gaps() {}

    /** The subject's id of a resource, as soon as it is there. */
    public static String subject(Api api, String nativeId) {
        JsonNode resource = Patience.eventually().alias(nativeId + " is there").until(
                () -> Json.list(api.get("/api/resources?nativeId={id}", nativeId).expect(200).json().path("items")),
                found -> found.size() == 1).getFirst();
        return Json.text(resource, "subject", "id");
    }

    /** The subject's gaps that are not resolved. */
    public static List<JsonNode> of(Api api, String subject) {
        return api.all("/api/gaps?subject={id}&state={states}", subject, UNRESOLVED);
    }

    /** The checks of a resource or account, as they were judged. */
    public static List<JsonNode> checks(Api api, String subject) {
        List<JsonNode> checks = new ArrayList<>();
        for (JsonNode cell : Json.list(api.get("/api/resources/{id}/responsibilities", subject).expect(200).json()
                .path("responsibilities"))) {
            checks.addAll(Json.list(cell.path("customer").path("checks")));
        }
        return checks;
    }

    /** The outcomes of the checks of a resource or account, by the checks' ids. */
    public static Map<String, String> outcomes(Api api, String subject) {
        Map<String, String> outcomes = new TreeMap<>();
        checks(api, subject).forEach(check -> outcomes.put(Json.text(check, "id"), Json.text(check, "outcome")));
        return outcomes;
    }

    /** The reasons of the gaps that follow from these outcomes of checks. */
    public static Map<String, String> following(Map<String, String> outcomes) {
        Map<String, String> reasons = new TreeMap<>();
        outcomes.forEach((check, outcome) -> {
            switch (outcome) {
                case "not-satisfied" -> reasons.put(check, "check-failed");
                case "unknown" -> reasons.put(check, "configuration-missing");
                default -> {
                    // no gap
                }
            }
        });
        return reasons;
    }

    /** Waits until the gaps of the subject are just those that follow from these outcomes of checks. */
    public static void awaitThoseOf(Api api, String subject, Map<String, String> outcomes) {
        Patience.eventually().untilAsserted(() -> {
            Map<String, String> found = new TreeMap<>();
            of(api, subject).forEach(gap -> found.put(Json.text(gap, "check"), Json.text(gap, "reason")));
            assertThat(found).as("gaps of " + subject).isEqualTo(following(outcomes));
        });
    }

    /** The one gap of the subject by its check, as soon as it is there. */
    public static JsonNode await(Api api, String subject, String check) {
        return Patience.eventually().alias(check + " of " + subject).until(
                () -> api.all("/api/gaps?subject={id}&check={check}", subject, check),
                found -> found.size() == 1).getFirst();
    }

    /** What was expected of each check, from a file. */
    public static Map<String, String> expected(JsonNode checks) {
        Map<String, String> expected = new TreeMap<>();
        checks.properties().forEach(check -> expected.put(check.getKey(), check.getValue().asString()));
        return expected;
    }
}
