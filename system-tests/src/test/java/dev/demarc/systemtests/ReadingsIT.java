package dev.demarc.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.demarc.systemtests.support.Api;
import dev.demarc.systemtests.support.Gaps;
import dev.demarc.systemtests.support.Json;
import dev.demarc.systemtests.support.Patience;
import dev.demarc.systemtests.support.Product;
import dev.demarc.systemtests.support.Reading;
import dev.demarc.systemtests.support.Reading.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What a person read in real items, written down before any check saw them, against what the product says; each item
 * in an account of its own, so that none is another's related document.
 */
class ReadingsIT {

    private static final Path FOLDER = Path
            .of(System.getProperty("demarc.shared", Product.HOME.resolveSibling("shared").toString()))
            .resolve("data/aws-config");
    private static final String UNCHECKED = "unchecked";

    private final List<String> table = new ArrayList<>();
    private final List<String> unexplained = new ArrayList<>();
    private final List<String> gone = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    @Test
    void theProductSaysWhatAPersonReadOrTheDifferenceIsExplained() {
        boolean there = Files.isDirectory(FOLDER);
        if (!there) {
            System.out.println("ReadingsIT: skipped, since " + FOLDER + " is not there");
        }
        assumeTrue(there);
        List<Reading> readings = Reading.all();
        try (Product product = new Product("readings", Map.of()).up()) {
            Api api = product.api();
            for (int i = 0; i < readings.size(); i++) {
                JsonNode result = api.post("/api/ingest/aws", readings.get(i).delivery(FOLDER, account(i)))
                        .expect(202).json();
                assertThat(result.path("accepted").asInt()).as(readings.get(i).name() + ": " + result).isOne();
            }
            for (int i = 0; i < readings.size(); i++) {
                compare(readings.get(i), judged(api, subject(api, readings.get(i), account(i))));
            }
        }
        System.out.println("ReadingsIT: " + readings.size() + " items of "
                + new TreeSet<>(readings.stream().map(Reading::type).toList()).size() + " types; verdicts " + counts);
        table.forEach(System.out::println);
        assertThat(unexplained).as("differences that nobody explained").isEmpty();
        assertThat(gone).as("explained differences that are none").isEmpty();
    }

    private static String account(int index) {
        return String.valueOf(700_000_000_000L + index);
    }

    /** The block of a whole account is a fact about the account. */
    private static String subject(Api api, Reading reading, String account) {
        if (reading.type().equals("AWS::S3::AccountPublicAccessBlock")) {
            String subject = "a-aws-" + account;
            Patience.eventually().alias(reading.name())
                    .untilAsserted(() -> assertThat(Gaps.checks(api, subject)).isNotEmpty());
            return subject;
        }
        JsonNode resource = Patience.eventually().alias(reading.name()).until(
                () -> api.all("/api/resources?account={a}", account), found -> found.size() == 1).getFirst();
        assertThat(Json.text(resource, "subject", "type")).as(reading.name()).isEqualTo(reading.type());
        return Json.text(resource, "subject", "id");
    }

    /** By requirement of Security Hub, the worst that a check for it says: a subject is there once it is judged. */
    private static Map<String, String> judged(Api api, String subject) {
        Map<String, String> outcomes = new TreeMap<>();
        for (JsonNode check : Gaps.checks(api, subject)) {
            Json.list(check.path("frameworks").path("aws-security-hub")).forEach(requirement -> outcomes
                    .merge(requirement.asString(), Json.text(check, "outcome"), ReadingsIT::worse));
        }
        return outcomes;
    }

    private static String worse(String one, String other) {
        List<String> worstFirst = List.of("not-satisfied", "unknown", "satisfied", "not-applicable");
        return worstFirst.indexOf(one) <= worstFirst.indexOf(other) ? one : other;
    }

    private void compare(Reading reading, Map<String, String> outcomes) {
        Map<String, Said> differences = reading.differences();
        reading.verdicts().forEach((requirement, person) -> {
            String ours = outcomes.getOrDefault(requirement, UNCHECKED);
            Said explained = differences.remove(requirement);
            String line = reading.name() + " " + requirement + ": a person says " + person.verdict() + " ("
                    + person.because() + "), the product " + ours;
            if (ours.equals(person.verdict())) {
                counts.merge("agreed", 1, Integer::sum);
                if (explained != null) {
                    gone.add(line);
                }
            } else if (explained != null && explained.verdict().equals(ours)) {
                counts.merge("explained", 1, Integer::sum);
                table.add("  " + line + ": " + explained.because());
            } else {
                counts.merge("unexplained", 1, Integer::sum);
                unexplained.add(line);
            }
        });
        differences.keySet().forEach(requirement -> gone.add(reading.name() + " " + requirement + ": not read"));
        outcomes.forEach((requirement, ours) -> {
            if (!reading.verdicts().containsKey(requirement)) {
                counts.merge("not read", 1, Integer::sum);
                table.add("  " + reading.name() + " " + requirement + ": not read, the product says " + ours);
            }
        });
    }
}
