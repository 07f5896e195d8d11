package dev.demarc.catalog.authoring;

import dev.demarc.catalog.authoring.LintProblem.Level;
import dev.demarc.catalog.files.CaseFile;
import dev.demarc.catalog.files.CatalogFolder;
import dev.demarc.catalog.files.FrameworkFiles;
import dev.demarc.catalog.model.CatalogProblem;
import dev.demarc.catalog.model.CatalogRules;
import dev.demarc.catalog.model.Finding;
import dev.demarc.catalog.model.Frameworks;
import dev.demarc.catalog.model.InvalidCatalog;
import dev.demarc.catalog.model.ModelRules;
import dev.demarc.catalog.model.PlacedCheck;
import dev.demarc.catalog.model.SourceFile;
import dev.demarc.checks.CheckLanguage;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.ServiceModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that is wrong in a folder of catalog files; the controls of the bundled catalog are known in it. */
public final class CatalogLint {

    private static final CaseFile NO_CASES = new CaseFile(List.of(), List.of());

    private final CheckLanguage language = new CheckLanguage();
    private final Frameworks frameworks = FrameworkFiles.bundled();
    private final List<LintProblem> problems = new ArrayList<>();
    private final CatalogFolder folder;

    private CatalogLint(CatalogFolder folder) {
        this.folder = folder;
    }

    /** Looks at a folder; {@code paths} are the property lists, without which no path is checked. */
    public static LintReport lint(CatalogFolder folder, @Nullable PropertyLists paths) {
        CatalogLint lint = new CatalogLint(folder);
        lint.rules();
        lint.controls();
        lint.cases();
        SeverityRules severities = new SeverityRules(lint.frameworks);
        for (SourceFile<ServiceModel> model : folder.models()) {
            lint.errors(model, lint.frameworks.findings(model.content()));
            severities.problems(model).forEach(lint::warning);
        }
        return lint.report(paths);
    }

    /** Looks at the files below a directory. */
    public static LintReport lint(Path directory, @Nullable Path paths) {
        return lint(CatalogFolder.read(directory), paths == null ? null : PropertyLists.in(paths));
    }

    private LintReport report(@Nullable PropertyLists paths) {
        List<String> without = List.of();
        if (paths != null) {
            PathRules rules = new PathRules(language, paths);
            folder.models().forEach(model -> errors(model, rules.findings(model.content())));
            without = rules.typesWithoutPaths();
        }
        problems.sort(Comparator.comparing(LintProblem::file).thenComparingInt(LintProblem::line));
        return new LintReport(problems, folder.controls().stream().mapToInt(file -> file.content().size()).sum(),
                folder.models().size(),
                folder.models().stream().mapToInt(file -> PlacedCheck.all(file.content()).size()).sum(),
                paths != null, without);
    }

    private void rules() {
        if (folder.models().isEmpty() && folder.controls().isEmpty() && folder.problems().isEmpty()) {
            error(new CatalogProblem("", 1, "", "holds no service model and no control"));
            return;
        }
        try {
            CatalogRules.catalog(new ModelRules(language), folder.controls(), folder.models(), folder.problems(),
                    CatalogFolder.bundledControls());
        } catch (InvalidCatalog e) {
            e.problems().forEach(this::error);
        }
    }

    private void controls() {
        for (SourceFile<List<Control>> file : folder.controls()) {
            for (int i = 0; i < file.content().size(); i++) {
                Control control = file.content().get(i);
                String pointer = "/controls/" + i;
                if (control.mappings().isEmpty()) {
                    error(file.problem(new Finding(pointer + "/mappings", "the control '" + control.id()
                            + "' is mapped to no requirement of any framework")));
                }
                errors(file, frameworks.findings(control).stream().map(it -> it.below(pointer)).toList());
            }
        }
    }

    private void cases() {
        Map<String, SourceFile<CaseFile>> byName = new HashMap<>();
        folder.cases().forEach(file -> byName.put(file.name(), file));
        Set<String> unread = new HashSet<>();
        folder.problems().forEach(problem -> unread.add(problem.file()));
        for (SourceFile<ServiceModel> model : folder.models()) {
            String name = CatalogFolder.casesOf(model);
            SourceFile<CaseFile> cases = byName.remove(name);
            if (cases != null) {
                errors(cases, CaseRules.dangling(model.content(), cases.content()));
            }
            if (!unread.contains(name)) {
                CaseFile proofs = cases == null ? NO_CASES : cases.content();
                errors(model, CaseRules.missing(model.content(), proofs));
                CaseRules.unchosen(model.content(), proofs).forEach(it -> warning(model.problem(it)));
            }
        }
        byName.values().stream().filter(cases -> !unread.contains(CatalogFolder.modelOf(cases)))
                .forEach(cases -> error(cases.problem(
                        new Finding("", "there is no service model " + CatalogFolder.modelOf(cases)))));
    }

    private void errors(SourceFile<?> file, List<Finding> findings) {
        findings.forEach(finding -> error(file.problem(finding)));
    }

    private void error(CatalogProblem problem) {
        problems.add(LintProblem.of(Level.ERROR, problem));
    }

    private void warning(CatalogProblem problem) {
        problems.add(LintProblem.of(Level.WARNING, problem));
    }
}
