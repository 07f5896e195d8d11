package dev.demarc.catalog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "dev.demarc.catalog", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule THE_MODEL_IS_PURE = classes().that().resideInAPackage("dev.demarc.catalog.model..").should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.demarc.catalog.model..", "dev.demarc.contracts..", "dev.demarc.checks..",
                    "java..", "org.jspecify..", "com.fasterxml.jackson.annotation..")
            .because("what makes a catalog right must be readable and testable without a framework");

    @ArchTest
    static final ArchRule THE_WEB_READS_THE_CATALOG_ONLY = noClasses().that()
            .resideInAPackage("dev.demarc.catalog.web..").should().dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..", "org.apache.kafka..", "dev.demarc.catalog.files..")
            .because("an endpoint that goes round the catalog would show another truth than what is published");

    @ArchTest
    static final ArchRule EXPORTS_KNOW_THE_MODEL_ONLY = noClasses().that().resideInAnyPackage(
            "dev.demarc.catalog.export..", "dev.demarc.catalog.compare..", "dev.demarc.catalog.oscal..").should()
            .dependOnClassesThat().resideInAnyPackage("org.springframework..", "com.mongodb..", "org.apache.kafka..",
                    "dev.demarc.catalog.publishing..", "dev.demarc.catalog.files..",
                    "dev.demarc.platform.[deadletters|events|mongo|runtime|security|web]..")
            .because("a document is a function of versions, whoever asks for it");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("dev.demarc.catalog.(*)..").should().beFreeOfCycles()
            .because("arrows point inward");

    @ArchTest
    static final ArchRule SERVICES_MEET_THROUGH_CONTRACTS = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("dev.demarc.assessment..", "dev.demarc.notification..", "dev.demarc.gateway..",
                    "dev.demarc.embedded..")
            .because("services meet only through contracts and HTTP");

    @ArchTest
    static final ArchRule TIME_IS_GIVEN = noClasses().should().callMethod(Instant.class, "now")
            .orShould().callMethod(System.class, "currentTimeMillis")
            .because("a test must be able to move the clock");
}
