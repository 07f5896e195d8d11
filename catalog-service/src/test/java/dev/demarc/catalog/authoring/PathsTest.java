package dev.demarc.catalog.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.catalog.authoring.PropertyLists.PathException;
import dev.demarc.catalog.files.CatalogFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No check reads a path that its types never have, by AWS's own property lists and by real items. */
class PathsTest {

    private Path lists = Path.of("");

    @BeforeEach
    void theListsAreThere() {
        lists = Shared.path("data/aws-config/schema");
    }

    @Test
    void everyPathOfEveryCheckIsInTheListOfItsTypeOrADocumentedException() {
        LintReport report = CatalogLint.lint(CatalogFolder.bundled(), PropertyLists.in(lists));
        assertThat(report.problems().stream().filter(it -> it.cause().contains("is no path of"))
                .map(it -> it.file() + ":" + it.line() + " " + it.cause())).isEmpty();
        assertThat(report.typesWithoutPaths()).filteredOn(type -> type.startsWith("AWS::"))
                .describedAs("types without a property list; document them in path-exceptions.json").isEmpty();
    }

    @Test
    void noExceptionIsInTheListAnyway() {
        PropertyLists withoutExceptions = PropertyLists.in(lists, List.of());
        for (PathException exception : PropertyLists.exceptions()) {
            assertThat(exception.types()).allSatisfy(
                    type -> assertThat(withoutExceptions.has(type, exception.path()))
                            .describedAs("%s %s", type, exception.path())
                            .isFalse());
        }
    }

    @Test
    void anExceptionThatAnItemShowsIsInARealItem() {
        RealItems items = RealItems.below(Shared.path("data/aws-config"));
        assertThat(PropertyLists.exceptions()).filteredOn(it -> it.evidence().equals("item"))
                .allSatisfy(exception -> assertThat(exception.types()).allSatisfy(
                        type -> assertThat(items.paths(type)).describedAs(type).contains(exception.path())));
    }
}
