package dev.demarc.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.demarc.standalone", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule ONLY_THE_SERVER_KNOWS_SPRING = noClasses().that().resideOutsideOfPackage("..server..")
            .should().dependOnClassesThat().resideInAnyPackage("org.springframework..", "org.apache.kafka..",
                    "com.mongodb..")
            .because("a command must be up in a blink, and Spring takes seconds");

    @ArchTest
    static final ArchRule COMMANDS_TALK_HTTP = noClasses().that().resideOutsideOfPackage("..server..")
            .and().haveSimpleNameNotStartingWith("Catalog").should()
            .dependOnClassesThat().resideInAnyPackage("dev.demarc.assessment..", "dev.demarc.catalog..",
                    "dev.demarc.notification..", "dev.demarc.gateway..", "dev.demarc.platform..",
                    "dev.demarc.embedded..")
            .because("what the command line and the demo can do, everybody can do by the API");

    @ArchTest
    static final ArchRule MODELS_ARE_WRITTEN_OFFLINE = noClasses().that().resideOutsideOfPackage("..server..")
            .and().haveSimpleNameStartingWith("Catalog").should().dependOnClassesThat(
                    resideInAPackage("dev.demarc.catalog..").and(not(resideInAnyPackage(
                            "dev.demarc.catalog.authoring..", "dev.demarc.catalog.model.."))))
            .because("who writes a service model tests it before anything runs, and needs nothing else of the service");

    @ArchTest
    static final ArchRule SERVICES_ARE_TAKEN_AS_THEY_ARE = noClasses().that().resideInAPackage("..server..").should()
            .dependOnClassesThat().resideInAnyPackage("dev.demarc.assessment.*..", "dev.demarc.catalog.*..",
                    "dev.demarc.notification.*..")
            .because("standalone starts a service by its configuration and knows nothing inside it");

    @ArchTest
    static final ArchRule THE_CLIENT_STANDS_ALONE = classes().that().resideInAPackage("..client..").should()
            .onlyDependOnClassesThat().resideInAnyPackage("java..", "tools.jackson..", "org.jspecify..",
                    "dev.demarc.standalone", "..client..")
            .because("commands and demo share it");

    @ArchTest
    static final ArchRule THE_SERVER_KNOWS_NO_COMMAND = noClasses()
            .that().resideInAnyPackage("..server..", "..installation..", "..client..", "..demo..").should()
            .dependOnClassesThat().resideInAPackage("..cli..")
            .because("arrows point from the command line to what it uses");
}
