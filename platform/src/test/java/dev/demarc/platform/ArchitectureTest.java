package dev.demarc.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.demarc.platform", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule platformStandsOnContractsAlone = classes().that().resideInAPackage("dev.demarc.platform..")
            .should().onlyDependOnClassesThat()
            .resideOutsideOfPackages("dev.demarc.embedded..", "dev.demarc.checks..", "dev.demarc.catalog..",
                    "dev.demarc.assessment..", "dev.demarc.notification..", "dev.demarc.gateway..")
            .because("services stand on the platform, and the platform knows none of them");

    @ArchTest
    static final ArchRule noDomainWord = noClasses().that().resideInAPackage("dev.demarc.platform..").should()
            .dependOnClassesThat().resideInAnyPackage("dev.demarc.contracts.catalog..", "dev.demarc.contracts.gap..",
                    "dev.demarc.contracts.subject..", "dev.demarc.contracts.context..")
            .because("the platform carries events without knowing what they say");

    @ArchTest
    static final ArchRule noCircles = slices().matching("dev.demarc.platform.(*)..").should().beFreeOfCycles()
            .because("each package can be understood, and imported, without those that stand on it");
}
