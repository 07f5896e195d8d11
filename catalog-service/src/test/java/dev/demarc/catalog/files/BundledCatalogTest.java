package dev.demarc.catalog.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.demarc.catalog.model.BundledCatalog;
import dev.demarc.catalog.model.ModelRules;
import dev.demarc.checks.CheckLanguage;
import dev.demarc.checks.CheckVerdict;
import dev.demarc.checks.CompiledCheck;
import dev.demarc.checks.CheckInput;
import dev.demarc.checks.PredicateResult;
import dev.demarc.contracts.catalog.Check;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.contracts.catalog.Variant;
import dev.demarc.contracts.gap.CustomerOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The catalog that is shipped: valid, and each check proven by its cases. */
class BundledCatalogTest {

    private static final Path FILES = Path.of("src/main/resources/catalog");
    private static final CheckLanguage LANGUAGE = new CheckLanguage();
    private static final BundledCatalog CATALOG = CatalogFiles.load("classpath*:catalog/", new ModelRules(LANGUAGE));

    @Test
    void everyControlIsOfUseInSomeModel() {
        Set<String> named = CATALOG.models().stream().flatMap(model -> model.responsibilities().stream())
                .map(Responsibility::control).collect(Collectors.toSet());
        assertThat(CATALOG.controls()).allSatisfy(control -> assertThat(named).contains(control.id()));
    }

    @TestFactory
    Stream<DynamicTest> everyCaseGivesItsVerdict() {
        return CATALOG.models().stream().flatMap(model -> {
            Map<String, Check> checks = checks(model);
            return cases(model).cases().stream().map(it -> dynamicTest(model.key() + ": " + it.check() + ": "
                    + it.name(), () -> {
                        assertThat(checks).containsKey(it.check());
                        Check check = Objects.requireNonNull(checks.get(it.check()));
                        String type = check.resourceTypes().isEmpty()
                                ? model.resourceTypes().getFirst()
                                : check.resourceTypes().getFirst();
                        CheckVerdict verdict = CompiledCheck.of(LANGUAGE, check)
                                .evaluate(it.given().input(type, check));
                        assertThat(verdict.outcome()).describedAs(String.valueOf(verdict)).isEqualTo(it.expect());
                        if (it.reason() != null) {
                            assertThat(verdict.reason()).describedAs(String.valueOf(verdict)).isEqualTo(it.reason());
                        }
                    }));
        });
    }

    @TestFactory
    Stream<DynamicTest> everyVariantCaseChoosesItsVariant() {
        return CATALOG.models().stream().flatMap(model -> {
            List<CaseFile.VariantCase> variants = cases(model).variants();
            return (variants == null ? List.<CaseFile.VariantCase>of() : variants).stream()
                    .map(it -> dynamicTest(model.key() + ": " + it.control() + ": " + it.name(),
                            () -> assertThat(chosen(model, it)).isEqualTo(it.expect())));
        });
    }

    @TestFactory
    Stream<DynamicTest> everyCheckHasACaseOfEachOutcome() {
        return CATALOG.models().stream().flatMap(model -> {
            Map<String, List<CustomerOutcome>> outcomes = new LinkedHashMap<>();
            cases(model).cases().forEach(
                    it -> outcomes.computeIfAbsent(it.check(), _ -> new ArrayList<>()).add(it.expect()));
            return checks(model).keySet().stream().map(check -> dynamicTest(model.key() + ": " + check,
                    () -> assertThat(outcomes.getOrDefault(check, List.of())).contains(CustomerOutcome.SATISFIED,
                            CustomerOutcome.NOT_SATISFIED, CustomerOutcome.UNKNOWN)));
        });
    }

    private static CaseFile cases(ServiceModel model) {
        Path file = FILES.resolve(model.key() + ".cases.yaml");
        return Files.exists(file) ? CaseFile.read(file) : new CaseFile(List.of(), null);
    }

    private static Map<String, Check> checks(ServiceModel model) {
        Map<String, Check> checks = new LinkedHashMap<>();
        model.responsibilities().stream()
                .flatMap(cell -> Stream.concat(cell.checks().stream(),
                        cell.variants().stream().flatMap(variant -> variant.checks().stream())))
                .forEach(check -> checks.put(check.id(), check));
        return checks;
    }

    private static String chosen(ServiceModel model, CaseFile.VariantCase it) {
        CheckInput input = it.given().input(model.resourceTypes().getFirst(), null);
        Responsibility cell = model.responsibilities().stream().filter(one -> one.control().equals(it.control()))
                .findFirst().orElseThrow();
        for (Variant variant : cell.variants()) {
            PredicateResult applies = LANGUAGE.compile(variant.when()).evaluate(input);
            if (!applies.isFalse()) {
                return applies.isTrue() ? variant.name() : "unknown";
            }
        }
        return "none";
    }
}
