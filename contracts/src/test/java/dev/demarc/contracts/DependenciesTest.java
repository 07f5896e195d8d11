package dev.demarc.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

@AnalyzeClasses(packages = "dev.demarc.contracts", importOptions = ImportOption.DoNotIncludeTests.class)
class DependenciesTest {

    @ArchTest
    static final ArchRule CONTRACTS_STAND_ALONE = ArchRuleDefinition.classes().should().onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "com.fasterxml.jackson.annotation..", "tools.jackson..",
                    "org.yaml.snakeyaml..", "dev.demarc.contracts..")
            .because("every service depends on the contracts, so that whatever they need, all need");

    @ArchTest
    static final ArchRule EVENTS_KNOW_NO_MAPPER = noClasses()
            .that().resideInAnyPackage("..catalog..", "..subject..", "..context..", "..gap..", "..event..")
            .should().dependOnClassesThat().resideInAnyPackage("tools.jackson..", "org.yaml..")
            .because("models use these records and stay plain Java; of Jackson they carry annotations only");

    @ArchTest
    static final ArchRule ONLY_THE_API_DOCUMENT_IS_YAML = noClasses()
            .that().resideOutsideOfPackage("dev.demarc.contracts").should()
            .dependOnClassesThat().resideInAPackage("org.yaml..")
            .because("events are JSON");
}
