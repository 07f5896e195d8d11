package dev.demarc.catalog.model;

import dev.demarc.contracts.Words;
import dev.demarc.contracts.catalog.Check;
import dev.demarc.contracts.catalog.Observability;
import dev.demarc.contracts.catalog.Ownership;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a cell, or a variant of it, has the parts that its ownership has, and no other, and how each can be known. */
record PartRules(
        Ownership ownership,
        @Nullable String provided,
        @Nullable String responsibility,
        Observability observability,
        List<Check> checks,
        @Nullable String rationale) {

    private static final Set<Ownership> PROVIDER_PART = Set.of(Ownership.CSP_OWNED, Ownership.SHARED_INDEPENDENT,
            Ownership.SHARED_DEPENDENT, Ownership.SHARED_CSP_THIRD_PARTY);
    private static final Set<Ownership> CUSTOMER_PART = Set.of(Ownership.CSC_OWNED, Ownership.SHARED_INDEPENDENT,
            Ownership.SHARED_DEPENDENT);

    static PartRules of(Responsibility cell) {
        return new PartRules(cell.ownership(), cell.provided(), cell.responsibility(), cell.observability(),
                cell.checks(), cell.rationale());
    }

    static PartRules of(Variant variant) {
        return new PartRules(variant.ownership(), variant.provided(), variant.responsibility(),
                variant.observability(), variant.checks(), variant.rationale());
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        part(findings, "provided", "provider", provided, PROVIDER_PART.contains(ownership));
        part(findings, "responsibility", "customer", responsibility, CUSTOMER_PART.contains(ownership));
        if (ownership == Ownership.NOT_APPLICABLE && rationale == null) {
            findings.add(new Finding("/rationale", "missing: not-applicable says why"));
        }
        observability(findings);
        return findings;
    }

    private void part(List<Finding> findings, String field, String whose, @Nullable String text, boolean has) {
        if (has && text == null) {
            findings.add(new Finding("/" + field,
                    "missing: " + Words.of(ownership) + " has a part of the " + whose));
        } else if (!has && text != null) {
            findings.add(new Finding("/" + field, Words.of(ownership) + " has no part of the " + whose
                    + "; take it out, say it in rationale, or choose another ownership"));
        }
    }

    private void observability(List<Finding> findings) {
        boolean customer = CUSTOMER_PART.contains(ownership);
        if (customer && observability == Observability.PROVIDER_ASSURANCE) {
            findings.add(new Finding("/observability", "provider-assurance tells nothing of the customer's part of "
                    + Words.of(ownership) + "; expected config or attestation"));
        }
        if (!customer && observability == Observability.CONFIG) {
            findings.add(new Finding("/observability",
                    Words.of(ownership) + " has no part of the customer that a configuration could show"));
        }
        if (observability == Observability.CONFIG && checks.isEmpty()) {
            findings.add(new Finding("/checks", "missing: config needs at least one check"));
        }
        if (observability != Observability.CONFIG && !checks.isEmpty()) {
            findings.add(new Finding("/checks", "checks need observability config, not " + Words.of(observability)));
        }
    }
}
