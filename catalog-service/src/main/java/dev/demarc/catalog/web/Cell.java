package dev.demarc.catalog.web;

import dev.demarc.catalog.model.Category;
import dev.demarc.contracts.catalog.Observability;
import dev.demarc.contracts.catalog.Ownership;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.catalog.Variant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One cell of the matrix; {@code checks} counts its own, not those of its variants. */
public record Cell(
        String serviceModel,
        String control,
        Ownership ownership,
        Category category,
        Observability observability,
        Severity severity,
        @Nullable String provided,
        @Nullable String responsibility,
        int checks,
        List<CellVariant> variants) {

    /** Who owns it where the variant applies. */
    public record CellVariant(
            String name,
            Ownership ownership,
            Category category) {

        static CellVariant of(Variant variant) {
            return new CellVariant(variant.name(), variant.ownership(), Category.of(variant.ownership()));
        }
    }

    static Cell of(ServiceModel model, Responsibility cell) {
        return new Cell(model.key(), cell.control(), cell.ownership(), Category.of(cell.ownership()),
                cell.observability(), cell.severity(), cell.provided(), cell.responsibility(), cell.checks().size(),
                cell.variants().stream().map(CellVariant::of).toList());
    }
}
