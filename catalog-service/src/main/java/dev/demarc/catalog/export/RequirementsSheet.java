package dev.demarc.catalog.export;

import dev.demarc.contracts.catalog.Category;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Each requirement of the framework once: what answers it, and how many service models leave it to whom. */
final class RequirementsSheet {

    private static final List<String> TITLES = List.of("Requirement", "Title", "Group", "Coverage", "Controls",
            "Service Models", "Inherited", "Shared", "Customer-Specific", "Not Applicable", "Checks");
    private static final List<Integer> WIDTHS = List.of(16, 60, 16, 14, 60, 10, 10, 10, 10, 10, 10);

    private RequirementsSheet() {}

    static void write(Worksheet worksheet, FrameworkRows framework) throws IOException {
        Sheet sheet = new Sheet(worksheet, WIDTHS, 1).header(TITLES);
        for (RequirementRow row : framework.rows()) {
            List<Answer> answers = row.answers();
            sheet.line(List.of(Cell.bold(row.requirement().id()), Cell.of(Line.text(row.requirement().title())),
                    Cell.of(Line.text(row.requirement().group())),
                    Cell.of(row.coverage().word()).filled(Cell.colour(row.coverage())),
                    Cell.of(answers.stream().map(answer -> answer.control().id()).distinct()
                            .collect(Collectors.joining(", "))),
                    Cell.of(models(answers, null)), Cell.of(models(answers, Category.INHERITED)),
                    Cell.of(models(answers, Category.SHARED)),
                    Cell.of(models(answers, Category.CUSTOMER_SPECIFIC)),
                    Cell.of(models(answers, Category.NOT_APPLICABLE)),
                    Cell.of(answers.stream().flatMap(answer -> answer
                            .checks(framework.id(), row.requirement().id()).stream()).distinct().count())));
        }
        sheet.finishWithFilter(TITLES.size());
    }

    /** A service model whose controls differ in their owner counts once for each. */
    private static long models(List<Answer> answers, @Nullable Category category) {
        return answers.stream().filter(answer -> category == null || answer.ownership().category() == category)
                .map(answer -> answer.version().entry().key()).distinct().count();
    }
}
