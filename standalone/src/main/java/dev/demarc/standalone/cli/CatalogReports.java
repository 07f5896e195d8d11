package dev.demarc.standalone.cli;

import dev.demarc.catalog.authoring.CaseResult;
import dev.demarc.catalog.authoring.Coverage;
import dev.demarc.catalog.authoring.Coverage.Group;
import dev.demarc.catalog.authoring.Coverage.SecurityHub;
import dev.demarc.catalog.authoring.Coverage.Service;
import dev.demarc.catalog.authoring.Coverage.Total;
import dev.demarc.catalog.authoring.LintProblem;
import dev.demarc.catalog.authoring.LintProblem.Level;
import dev.demarc.catalog.authoring.LintReport;
import dev.demarc.catalog.authoring.TestReport;
import dev.demarc.catalog.model.CatalogProblem;
import dev.demarc.contracts.catalog.Ownership;
import dev.demarc.standalone.Json;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What the catalog commands print: a line a problem, {@code file:line: cause}, and a sentence at the end. */
final class CatalogReports {

    private final Path directory;
    private final PrintStream out;

    CatalogReports(Path directory, PrintStream out) {
        this.directory = directory;
        this.out = out;
    }

    void lint(LintReport report, boolean json) {
        if (json) {
            Map<String, Object> whole = new LinkedHashMap<>();
            whole.put("errors", report.count(Level.ERROR));
            whole.put("warnings", report.count(Level.WARNING));
            whole.put("controls", report.controls());
            whole.put("serviceModels", report.serviceModels());
            whole.put("checks", report.checks());
            whole.put("pathsChecked", report.pathsChecked());
            whole.put("typesWithoutPaths", report.typesWithoutPaths());
            whole.put("problems", report.problems().stream().map(it -> new LintProblem(it.level(), path(it.file()),
                    it.line(), it.pointer(), it.cause())).toList());
            out.println(Json.pretty(whole));
            return;
        }
        report.problems().forEach(it -> line(it.file(), it.line(),
                (it.level() == Level.WARNING ? "warning: " : "") + it.cause(), it.pointer()));
        if (!report.problems().isEmpty()) {
            out.println();
        }
        out.println(number(report.count(Level.ERROR), "error") + " and "
                + number(report.count(Level.WARNING), "warning") + " in "
                + number(report.serviceModels(), "service model") + " with " + number(report.checks(), "check")
                + " and " + number(report.controls(), "control") + ".");
        if (!report.pathsChecked()) {
            out.println("Paths were not checked; --paths with AWS Config's property lists does that.");
        } else if (!report.typesWithoutPaths().isEmpty()) {
            out.println("Without a property list, so that their paths were not checked: "
                    + String.join(", ", report.typesWithoutPaths()));
        }
    }

    void test(TestReport report, boolean json) {
        List<CaseResult> failed = report.results().stream().filter(it -> !it.passed()).toList();
        if (json) {
            Map<String, Object> whole = new LinkedHashMap<>();
            whole.put("passed", report.passed());
            whole.put("cases", report.results().size());
            whole.put("failed", failed.size());
            whole.put("problems", report.problems().stream().map(
                    it -> new CatalogProblem(path(it.file()), it.line(), it.pointer(), it.problem())).toList());
            whole.put("results", report.results().stream().map(this::result).toList());
            out.println(Json.pretty(whole));
            return;
        }
        report.problems().forEach(it -> line(it.file(), it.line(), it.problem(), it.pointer()));
        failed.forEach(it -> line(it.file(), it.line(), it.subject() + ": " + it.name() + ": " + it.problem(), ""));
        if (!report.passed()) {
            out.println();
        }
        long checks = report.results().stream().map(CaseResult::subject).distinct().count();
        out.println(number(report.results().size(), "case") + " of " + number(checks, "check") + " and variants: "
                + (report.passed()
                        ? "all give what they must."
                        : failed.size() + " failed, " + number(report.problems().size(), "problem")
                                + " in the files."));
    }

    private Map<String, Object> result(CaseResult it) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("file", path(it.file()));
        result.put("line", it.line());
        result.put("serviceModel", it.serviceModel());
        result.put("subject", it.subject());
        result.put("name", it.name());
        result.put("passed", it.passed());
        if (it.problem() != null) {
            result.put("problem", it.problem());
        }
        return result;
    }

    static void coverage(Coverage coverage, PrintStream out, boolean json) {
        if (json) {
            out.println(Json.pretty(coverage));
            return;
        }
        List<Ownership> owners = Arrays.stream(Ownership.values())
                .filter(it -> coverage.services().stream().anyMatch(service -> service.cells().containsKey(it)))
                .toList();
        List<String> headings = new ArrayList<>(List.of("SERVICE", "CONTROLS"));
        owners.forEach(owner -> headings.add(owner.word().toUpperCase(Locale.ROOT)));
        headings.addAll(List.of("ATTESTED ONLY", "CHECKS", "PROVEN", "SECURITY HUB CHECKED", "ACCOUNTED", "EXISTING"));
        Table services = new Table(headings.toArray(String[]::new));
        for (Service it : coverage.services()) {
            services.row(Stream.of(Stream.of(it.key(), "" + it.controls()),
                    owners.stream().map(owner -> "" + it.cells().getOrDefault(owner, 0)),
                    Stream.of("" + it.attestationOnly(), "" + it.checks(), "" + it.proven(),
                            "" + it.securityHub().checked(), "" + it.securityHub().accounted(),
                            "" + it.securityHub().existing()))
                    .flatMap(cells -> cells).toArray(String[]::new));
        }
        services.print(out);
        out.println();
        Table groups = new Table("SECURITY HUB", "CHECKED", "ACCOUNTED", "EXISTING", "PERIODIC CHECKED", "ACCOUNTED",
                "EXISTING", "MISSING");
        for (Group it : coverage.securityHub()) {
            SecurityHub changes = it.changeTriggered();
            SecurityHub periodic = it.periodic();
            groups.row(it.group(), "" + changes.checked(), "" + changes.accounted(), "" + changes.existing(),
                    "" + periodic.checked(), "" + periodic.accounted(), "" + periodic.existing(),
                    String.join(" ", changes.missing()));
        }
        groups.print(out);
        out.println();
        Total total = coverage.total();
        out.println(number(total.services(), "service") + ", " + number(total.controls(), "control") + ", "
                + number(total.cells(), "cell") + " (" + total.attestationOnly() + " attested only), "
                + number(total.checks(), "check") + ", " + total.proven() + " of them proven by their cases.");
        out.println("Of " + total.securityHubExisting() + " Security Hub controls that look at changes, "
                + total.securityHubAccounted() + " are accounted for and " + total.securityHubChecked()
                + " checked; of " + total.securityHubPeriodicExisting() + " periodic ones "
                + total.securityHubPeriodicAccounted() + " and " + total.securityHubPeriodicChecked() + ".");
    }

    private void line(String file, int line, String cause, String pointer) {
        String place = pointer.isEmpty() ? "" : " (" + pointer + ")";
        out.println(path(file) + ":" + line + ": " + (cause + place).replaceAll("\\s*\\R\\s*", " "));
    }

    private String path(String file) {
        return (file.isEmpty() ? directory : directory.resolve(file)).toString();
    }

    private static String number(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
