package dev.demarc.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.demarc.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule THE_MODEL_IS_PURE = classes().that()
            .resideInAnyPackage("..keys.model..", "..sessions.model..").should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "javax.crypto..", "org.jspecify..", "dev.demarc.gateway.keys.model..",
                    "dev.demarc.gateway.sessions.model..", "dev.demarc.platform.security..")
            .because("what a key and a session are must be readable and testable without Spring, a store or a network");

    @ArchTest
    static final ArchRule ONLY_THE_STORE_KNOWS_MONGO = noClasses().that()
            .resideOutsideOfPackages("..keys.mongo..", "..sessions.mongo..").and()
            .doNotHaveSimpleName("GatewayConfiguration").should()
            .dependOnClassesThat().resideInAnyPackage("com.mongodb..", "org.bson..")
            .because("keys and sessions are kept behind the ports KeyStore and SessionStore");

    @ArchTest
    static final ArchRule NO_SERVICE_INSIDE = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("dev.demarc.catalog..", "dev.demarc.assessment..", "dev.demarc.notification..")
            .because("services meet only through contracts and HTTP");

    @ArchTest
    static final ArchRule ROUTES_KNOW_NO_KEYS = noClasses().that().resideInAPackage("..routes..").should()
            .dependOnClassesThat().resideInAnyPackage("..keys..", "..sessions..", "..door..")
            .because("behind the door only the caller counts, however it was recognised");

    @ArchTest
    static final ArchRule TIME_IS_GIVEN = noClasses().should().callMethod(java.time.Instant.class, "now").orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("tests move the clock");
}
