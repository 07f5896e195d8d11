package dev.demarc.standalone.cli;

import dev.demarc.catalog.authoring.CatalogCoverage;
import dev.demarc.catalog.authoring.CatalogLint;
import dev.demarc.catalog.authoring.CatalogTest;
import dev.demarc.catalog.authoring.Coverage;
import dev.demarc.catalog.authoring.LintProblem.Level;
import dev.demarc.catalog.authoring.LintReport;
import dev.demarc.catalog.authoring.TestReport;
import dev.demarc.standalone.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "catalog", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND", description = {
        "Write service models of your own: look for mistakes, run their cases, count what they cover; that works on files",
        "alone. To draft, publish, retire and compare them, and to write OSCAL, a Demarc has to run."})
final class CatalogCommand {

    private static final String DIRECTORY = "A folder as the bundled catalog (controls/*.yaml, <provider>/<service>.yaml, *.cases.yaml), or a flat one of service models that name bundled controls.";
    private static final String JSON = "Print JSON.";

    private final Session session;

    @Spec
    private @Nullable CommandSpec spec;

    CatalogCommand(Session session) {
        this.session = session;
    }

    @Command(name = "lint", mixinStandardHelpOptions = true, description = {
            "Say all that is wrong in catalog files: a line each, with file, line and cause.",
            "Schema, CEL, references, mappings to requirements that do not exist, unmapped controls, missing cases; with",
            "--paths also paths that no item of the type has. Exit code 1 on an error, with --strict on a warning too."})
    int lint(@Parameters(paramLabel = "DIR", description = DIRECTORY) Path directory,
            @Option(names = "--paths", paramLabel = "DIR", description = "AWS Config's property lists, AWS__S3__Bucket.properties.json … (github.com/awslabs/aws-config-resource-schema).") @Nullable Path paths,
            @Option(names = "--strict", description = "Warnings count as errors.") boolean strict,
            @Option(names = "--json", description = JSON) boolean json) {
        existing("lint", directory);
        LintReport report = CatalogLint.lint(directory, paths == null ? null : existing("lint", paths));
        new CatalogReports(directory, session.out()).lint(report, json);
        return report.count(Level.ERROR) > 0 || (strict && !report.problems().isEmpty())
                ? ExitCode.FAILED
                : ExitCode.OK;
    }

    @Command(name = "test", mixinStandardHelpOptions = true, description = {
            "Run the cases of service models: a line for each that gives another verdict than it must.",
            "Exit code 1 where one does, or where a file can't be run."})
    int test(@Parameters(paramLabel = "DIR", description = DIRECTORY) Path directory,
            @Option(names = "--json", description = JSON) boolean json) {
        TestReport report = CatalogTest.run(existing("test", directory));
        new CatalogReports(directory, session.out()).test(report, json);
        return report.passed() ? ExitCode.OK : ExitCode.FAILED;
    }

    @Command(name = "coverage", mixinStandardHelpOptions = true, description = {
            "Count what the service models cover: controls, cells by whose they are, checks that their cases prove, and",
            "AWS Security Hub's controls that are checked, or accounted for by a reason why they can't be, of those that exist."})
    int coverage(@Parameters(paramLabel = "DIR", arity = "0..1", description = {DIRECTORY,
            "Without it the catalog that comes with Demarc."}) @Nullable Path directory,
            @Option(names = "--json", description = JSON) boolean json) {
        Coverage coverage = CatalogCoverage.of(directory == null ? null : existing("coverage", directory));
        if (coverage.services().isEmpty()) {
            throw new Failure(directory + " holds no service model that can be read; 'catalog lint' says why.");
        }
        CatalogReports.coverage(coverage, session.out(), json);
        return ExitCode.OK;
    }

    private Path existing(String command, Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new ParameterException(Objects.requireNonNull(spec).subcommands().get(command),
                    "'" + directory + "' is no directory");
        }
        return directory;
    }
}
