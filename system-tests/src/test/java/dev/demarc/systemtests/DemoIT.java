package dev.demarc.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.systemtests.support.SharedDemo;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The first thing that a newcomer runs. */
@ExtendWith(SharedDemo.class)
class DemoIT {

    private static final List<String> SEVERITIES = List.of("critical", "high", "medium", "low");

    @Test
    void theDemoShowsGapsOfEachSeverityAndVerifiedDeliveriesAndEndsByItself(SharedDemo.Demo demo) {
        List<String> lines = demo.said().expect(0).out().lines().map(String::strip).toList();
        for (String severity : SEVERITIES) {
            int heading = indexOf(lines, severity + ": [1-9].*", 0);
            assertThat(lines.get(indexOf(lines, "owner .*", heading))).contains("team ", "workload ", "due ");
            assertThat(lines.get(indexOf(lines, "control .*", heading))).contains(", check ");
            assertThat(lines.get(indexOf(lines, "observed .*", heading))).contains("resource.");
            assertThat(lines.get(indexOf(lines, "do .*", heading)).length()).isGreaterThan(20);
        }
        int provider = indexOf(lines, "the provider, AWS:", 0);
        assertThat(lines.get(provider + 1)).contains("[claimed]");
        assertThat(lines.subList(provider, lines.size())).anyMatch(line -> line.contains("[not-satisfied]"))
                .anyMatch(line -> line.startsWith("VERIFIED") && line.contains("gap.opened"))
                .anyMatch(line -> line.startsWith("VERIFIED") && line.contains("gap.resolved"))
                .anyMatch(line -> line.startsWith("VERIFIED") && line.contains("baseline.summary"))
                .noneMatch(line -> line.startsWith("REFUSED"));
    }

    private static int indexOf(List<String> lines, String pattern, int from) {
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).matches(pattern)) {
                return i;
            }
        }
        throw new AssertionError("no line like '" + pattern + "' from line " + from + " on in\n"
                + String.join("\n", lines));
    }
}
