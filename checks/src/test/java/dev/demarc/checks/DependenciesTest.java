package dev.demarc.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.demarc.checks", importOptions = DoNotIncludeTests.class)
class DependenciesTest {

    @ArchTest
    static final ArchRule STANDS_ON_CONTRACTS_AND_CEL = classes().should().onlyDependOnClassesThat()
            .resideInAnyPackage("dev.demarc.checks", "dev.demarc.contracts..", "dev.cel..", "com.google..", "java..",
                    "org.jspecify..")
            .because("the model of the assessment judges with it, and has neither Spring nor I/O");
}
