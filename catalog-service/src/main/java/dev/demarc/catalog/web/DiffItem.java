package dev.demarc.catalog.web;

import dev.demarc.catalog.model.diff.ChangeKind;
import dev.demarc.catalog.model.diff.DutyChange;
import dev.demarc.catalog.model.diff.FieldChange;
import dev.demarc.catalog.model.diff.ModelDiff;
import dev.demarc.contracts.catalog.ServiceModel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A diff with the names of its sides.
 *
 * @param from a version's number, or {@code draft}
 * @param summary how many duties change in each way
 */
public record DiffItem(
        String serviceModel,
        String name,
        String from,
        String to,
        Map<String, Long> summary,
        List<FieldChange> service,
        List<DutyChange> duties) {

    static DiffItem of(String from, ServiceModel before, String to, ServiceModel after) {
        ModelDiff diff = ModelDiff.between(before, after);
        Map<String, Long> summary = new LinkedHashMap<>();
        Arrays.stream(ChangeKind.values()).forEach(kind -> summary.put(kind.word(), diff.count(kind)));
        return new DiffItem(after.key(), after.name(), from, to, summary, diff.service(), diff.duties());
    }
}
