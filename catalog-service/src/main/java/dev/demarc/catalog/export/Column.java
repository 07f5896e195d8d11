package dev.demarc.catalog.export;

import dev.demarc.contracts.catalog.Check;
import dev.demarc.contracts.catalog.Relationship;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A column of the table; its width is in characters. */
record Column(
        String title,
        int width,
        Function<Line, String> of) {

    static final Column QUESTION_ID = new Column("Question ID", 26, Line::questionId);
    static final Column ANSWER = new Column("CSP CAIQ Answer", 9, Line::caiqAnswer);
    static final Column SSRM_OWNERSHIP = new Column("SSRM Control Ownership", 14, Line::caiqOwnership);
    static final Column COVERAGE = new Column("Coverage", 13, Line::coverageWord);
    static final Column OWNERSHIP = answered("Ownership", 18, answer -> answer.ownership().word());
    static final Column CATEGORY = answered("Category", 16, answer -> answer.ownership().category().word());
    static final Column MAPPING = answered("Mapping", 14, Column::relationship);
    static final Column REASON = answered("Why Not Seen", 40, answer -> Line.text(answer.reason()));

    /** From left to right: first those of the CSA CAIQ v4 with their names, then what Demarc adds. */
    static final List<Column> ALL = List.of(QUESTION_ID,
            new Column("Question", 40, Line::question), ANSWER, SSRM_OWNERSHIP,
            new Column("CSP Implementation Description", 48, Line::provided),
            answered("CSC Responsibilities", 48, answer -> Line.text(answer.responsibility())), COVERAGE,
            answered("Service Model", 16, answer -> answer.version().entry().key()),
            answered("Variant", 16, answer -> Line.text(answer.variant())),
            answered("Control Title", 24, answer -> answer.control().title()),
            answered("Domain Title", 18, answer -> answer.control().domain()),
            answered("Control ID", 26, answer -> answer.control().id()),
            answered("CCM Control ID", 16, answer -> String.join(", ", answer.requirements("csa-ccm-v4"))),
            OWNERSHIP, CATEGORY, answered("Observability", 18, answer -> answer.observability().word()),
            answered("Severity", 9, answer -> answer.severity().word()),
            answered("Checks", 34,
                    answer -> answer.checks().stream().map(Check::id).collect(Collectors.joining(", "))),
            MAPPING, REASON,
            answered("Version", 8, answer -> Integer.toString(answer.version().entry().version())),
            answered("Delivery Model", 9, answer -> answer.version().model().deliveryModel().word()));

    String text(Line line) {
        return of.apply(line);
    }

    private static Column answered(String title, int width, Function<Answer, String> of) {
        return new Column(title, width, line -> {
            Answer answer = line.answer();
            return answer == null ? "" : of.apply(answer);
        });
    }

    private static String relationship(Answer answer) {
        Relationship how = answer.relationship();
        return how == null ? "" : how.word();
    }
}
