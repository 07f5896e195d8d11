package dev.demarc.catalog.authoring;

import dev.demarc.catalog.files.CaseFile;
import dev.demarc.catalog.files.CatalogFolder;
import dev.demarc.catalog.model.CatalogProblem;
import dev.demarc.catalog.model.Finding;
import dev.demarc.catalog.model.SourceFile;
import dev.demarc.checks.CheckLanguage;
import dev.demarc.contracts.catalog.ServiceModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs the cases of a folder's service models. */
public final class CatalogTest {

    private CatalogTest() {}

    /** The same for the files below a directory. */
    public static TestReport run(Path directory) {
        return run(CatalogFolder.read(directory));
    }

    /** Every case of every model that can be read, by file; a folder without any case is a problem. */
    public static TestReport run(CatalogFolder folder) {
        CheckLanguage language = new CheckLanguage();
        Map<String, SourceFile<ServiceModel>> models = folder.models().stream()
                .collect(Collectors.toMap(CatalogFolder::casesOf, Function.identity()));
        List<CatalogProblem> problems = new ArrayList<>(folder.problems());
        List<CaseResult> results = new ArrayList<>();
        for (SourceFile<CaseFile> cases : folder.cases()) {
            SourceFile<ServiceModel> model = models.get(cases.name());
            String file = CatalogFolder.modelOf(cases);
            if (model != null) {
                results.addAll(Cases.run(language, model.content(), cases));
            } else if (problems.stream().noneMatch(problem -> problem.file().equals(file))) {
                problems.add(cases.problem(new Finding("", "there is no service model " + file)));
            }
        }
        if (folder.cases().isEmpty() && problems.isEmpty()) {
            problems.add(new CatalogProblem("", 1, "", "holds no cases; they stand in <service>.cases.yaml"));
        }
        return new TestReport(results, problems);
    }
}
