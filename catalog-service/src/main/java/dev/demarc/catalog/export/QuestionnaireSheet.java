package dev.demarc.catalog.export;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** The answers in the layout of the questionnaire. */
final class QuestionnaireSheet {

    private static final Set<Column> COLOURED_BY_CATEGORY = Set.of(Column.ANSWER, Column.SSRM_OWNERSHIP,
            Column.OWNERSHIP, Column.CATEGORY);
    private static final Set<Column> OF_A_FRAMEWORK = Set.of(Column.COVERAGE, Column.MAPPING, Column.REASON);

    private QuestionnaireSheet() {}

    static void write(Worksheet worksheet, List<Line> lines, boolean framework) throws IOException {
        List<Column> columns = Column.ALL.stream()
                .filter(column -> framework || !OF_A_FRAMEWORK.contains(column)).toList();
        Sheet sheet = new Sheet(worksheet,
                columns.stream().map(column -> width(column, framework)).toList(), 2)
                .header(columns.stream().map(Column::title).toList());
        for (Line line : lines) {
            sheet.line(columns.stream().map(column -> cell(column, line)).toList());
        }
        sheet.finishWithFilter(columns.size());
    }

    /** A requirement's id is shorter than that of a service model's control. */
    private static int width(Column column, boolean framework) {
        return framework && column.equals(Column.QUESTION_ID) ? 14 : column.width();
    }

    private static Cell cell(Column column, Line line) {
        if (column.equals(Column.QUESTION_ID)) {
            return Cell.bold(column.text(line)).filled(line.answer() == null ? colour(line.coverage()) : "");
        }
        Cell cell = Cell.of(column.text(line));
        Answer answer = line.answer();
        if (answer != null && COLOURED_BY_CATEGORY.contains(column)) {
            return cell.filled(Cell.colour(answer.ownership().category()));
        }
        return column.equals(Column.COVERAGE) ? cell.filled(colour(line.coverage())) : cell;
    }

    private static String colour(@Nullable Coverage coverage) {
        return coverage == null ? "" : Cell.colour(coverage);
    }
}
