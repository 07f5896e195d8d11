package dev.demarc.catalog.model;

import dev.demarc.contracts.catalog.Check;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.ServiceModel;
import java.util.ArrayList;
import java.util.List;

/** A check and where it stands in its model, as a JSON pointer. */
public record PlacedCheck(
        String pointer,
        Check check) {

    /** All checks of a model's cells and variants, each id once, where it stands first. */
    public static List<PlacedCheck> all(ServiceModel model) {
        List<PlacedCheck> all = new ArrayList<>();
        for (int i = 0; i < model.responsibilities().size(); i++) {
            Responsibility cell = model.responsibilities().get(i);
            String pointer = "/responsibilities/" + i;
            add(all, pointer, cell.checks());
            for (int j = 0; j < cell.variants().size(); j++) {
                add(all, pointer + "/variants/" + j, cell.variants().get(j).checks());
            }
        }
        return all;
    }

    private static void add(List<PlacedCheck> all, String pointer, List<Check> checks) {
        for (int i = 0; i < checks.size(); i++) {
            Check check = checks.get(i);
            if (all.stream().noneMatch(other -> other.check().id().equals(check.id()))) {
                all.add(new PlacedCheck(pointer + "/checks/" + i, check));
            }
        }
    }
}
