package dev.demarc.assessment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "dev.demarc.assessment", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.demarc.assessment";

    @ArchTest
    static final ArchRule THE_MODEL_IS_PURE = classes().that().resideInAPackage(ROOT + ".model..")
            .should().onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "dev.demarc.contracts..", ROOT + ".model..")
            .because("rules must be readable and testable without any framework");

    @ArchTest
    static final ArchRule THE_MODEL_HAS_NO_CLOCK = noClasses().that().resideInAPackage(ROOT + ".model..")
            .should().callMethod(Instant.class, "now").orShould().dependOnClassesThat().areAssignableTo(Clock.class)
            .because("time comes in as a value, so that tests can move it");

    @ArchTest
    static final ArchRule USE_CASES_KNOW_PORTS_ONLY = noClasses().that().resideInAPackage(ROOT + ".application..")
            .should().dependOnClassesThat().resideInAnyPackage(ROOT + ".mongo..", ROOT + ".web..", ROOT + ".ingest..",
                    ROOT + ".messaging..", "org.springframework..", "com.mongodb..", "org.bson..", "org.apache.kafka..")
            .because("arrows point inward: adapters know the application, never the other way round");

    @ArchTest
    static final ArchRule FORMATS_KNOW_THE_MODEL_ONLY = noClasses().that().resideInAPackage(ROOT + ".ingest..")
            .should().dependOnClassesThat().resideInAnyPackage(ROOT + ".mongo..", ROOT + ".web..",
                    ROOT + ".application..", ROOT + ".messaging..", "org.springframework..")
            .because("an adapter of a cloud's format is a pure function from bytes to changes");

    @ArchTest
    static final ArchRule ADAPTERS_DO_NOT_KNOW_EACH_OTHER = noClasses().that().resideInAPackage(ROOT + ".web..")
            .should().dependOnClassesThat().resideInAnyPackage(ROOT + ".mongo..", ROOT + ".messaging..")
            .because("an adapter must be replaceable without touching another");

    @ArchTest
    static final ArchRule NOBODY_READS_THE_SYSTEM_CLOCK = noClasses().should().callMethod(Instant.class, "now")
            .because("the clock is injected");
}
