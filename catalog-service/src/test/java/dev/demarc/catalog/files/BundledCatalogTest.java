package dev.demarc.catalog.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.demarc.catalog.authoring.CatalogLint;
import dev.demarc.catalog.authoring.CatalogTest;
import dev.demarc.catalog.authoring.LintProblem;
import dev.demarc.catalog.authoring.LintProblem.Level;
import dev.demarc.catalog.authoring.TestReport;
import dev.demarc.catalog.model.BundledCatalog;
import dev.demarc.catalog.model.ModelRules;
import dev.demarc.checks.CheckLanguage;
import dev.demarc.contracts.catalog.Responsibility;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The catalog that is shipped: valid, mapped to what exists, and each check proven by its cases. */
class BundledCatalogTest {

    private static final BundledCatalog CATALOG = CatalogFiles.load("classpath*:catalog/",
            new ModelRules(new CheckLanguage()));
    private static final CatalogFolder FOLDER = CatalogFolder.bundled();

    @Test
    void everyControlIsOfUseInSomeModel() {
        Set<String> named = CATALOG.models().stream().flatMap(model -> model.responsibilities().stream())
                .map(Responsibility::control).collect(Collectors.toSet());
        assertThat(CATALOG.controls()).allSatisfy(control -> assertThat(named).contains(control.id()));
    }

    @TestFactory
    Stream<DynamicTest> everyCaseGivesItsVerdict() {
        TestReport report = CatalogTest.run(FOLDER);
        assertThat(report.problems()).isEmpty();
        return report.results().stream().map(it -> dynamicTest(it.serviceModel() + ": " + it.subject() + ": "
                + it.name(), () -> assertThat(it.problem()).describedAs("%s:%d", it.file(), it.line()).isNull()));
    }

    @Test
    void lintFindsNoErrorInIt() {
        List<LintProblem> errors = CatalogLint.lint(FOLDER, null).problems().stream()
                .filter(problem -> problem.level() == Level.ERROR).toList();
        assertThat(errors).isEmpty();
    }
}
