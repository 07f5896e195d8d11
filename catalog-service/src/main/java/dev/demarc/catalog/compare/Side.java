package dev.demarc.catalog.compare;

import dev.demarc.contracts.catalog.Category;
import dev.demarc.contracts.catalog.Ownership;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.contracts.catalog.Variant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one service model says about a control; {@code variants} are those in which somebody else answers for it. */
public record Side(
        String serviceModel,
        Ownership ownership,
        Category category,
        @Nullable String provided,
        @Nullable String responsibility,
        @Nullable String rationale,
        int checks,
        List<SideVariant> variants) {

    /** Whose it is where the variant applies. */
    public record SideVariant(
            String name,
            Ownership ownership,
            Category category) {}

    static Side of(ServiceModel model, Responsibility cell) {
        return new Side(model.key(), cell.ownership(), cell.ownership().category(), cell.provided(),
                cell.responsibility(), cell.rationale(), cell.checks().size(),
                cell.variants().stream().filter(variant -> variant.ownership() != cell.ownership()).map(Side::variant)
                        .toList());
    }

    private static SideVariant variant(Variant variant) {
        return new SideVariant(variant.name(), variant.ownership(), variant.ownership().category());
    }

    /** Whether the customer has a part in it. */
    boolean isDuty() {
        return category == Category.CUSTOMER_SPECIFIC || category == Category.SHARED;
    }
}
