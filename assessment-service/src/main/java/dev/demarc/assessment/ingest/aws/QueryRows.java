package dev.demarc.assessment.ingest.aws;

import dev.demarc.assessment.ingest.InvalidField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of a SelectResourceConfig answer hold only the columns that were asked for. */
final class QueryRows {

    private QueryRows() {}

    /** Names every column that is missing to know which resource the row is about and when it was seen. */
    static void check(Map<String, @Nullable Object> row) throws InvalidField {
        Arn arn = Arn.of(Fields.anyCase(row, "arn"));
        List<String> missing = new ArrayList<>();
        for (String column : List.of("resourceType", "resourceId", "accountId", "awsRegion",
                "configurationItemCaptureTime")) {
            boolean inArn = arn != null && switch (column) {
                case "resourceId", "awsRegion" -> true;
                case "accountId" -> Accounts.valid(arn.account());
                default -> false;
            };
            if (row.get(column) == null && !inArn) {
                missing.add(column);
            }
        }
        if (!missing.isEmpty()) {
            throw new InvalidField(missing.getFirst(), null, "a row that tells which resource it is about, and when",
                    "is not among the columns of this query's answer; add " + String.join(", ", missing)
                            + " to its SELECT");
        }
    }
}
