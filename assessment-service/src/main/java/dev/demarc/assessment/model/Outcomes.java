package dev.demarc.assessment.model;

import dev.demarc.contracts.catalog.Observability;
import dev.demarc.contracts.catalog.Ownership;
import dev.demarc.contracts.gap.CheckOutcome;
import dev.demarc.contracts.gap.CustomerOutcome;
import dev.demarc.contracts.gap.GapReason;
import dev.demarc.contracts.gap.OutcomeState;
import dev.demarc.contracts.gap.ProviderOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules by which checks and ownership give a control's two-part outcome. */
public final class Outcomes {

    private static final List<CustomerOutcome> WORST_FIRST = List.of(CustomerOutcome.NOT_SATISFIED,
            CustomerOutcome.UNKNOWN, CustomerOutcome.SATISFIED);

    private Outcomes() {}

    /** The outcome of a cell; {@code certain} is false where it can't be told which variant holds. */
    public static OutcomeState of(String control, Ownership ownership, Observability observability,
            List<CheckOutcome> checks, boolean certain) {
        CustomerOutcome customer = customer(ownership, checks);
        GapReason reason = null;
        if (customer != null && !certain) {
            customer = CustomerOutcome.UNKNOWN;
            reason = GapReason.CONFIGURATION_MISSING;
        } else if (customer == CustomerOutcome.UNKNOWN && checks.isEmpty()) {
            reason = observability == Observability.CONFIG ? GapReason.NOT_OBSERVABLE : GapReason.EVIDENCE_MISSING;
        } else if (customer != null) {
            reason = reason(customer, checks);
        }
        return new OutcomeState(control, ownership, provider(ownership), customer, reason, checks);
    }

    /** The provider's part: claimed as long as no assurance is on file; absent where it has none. */
    public static @Nullable ProviderOutcome provider(Ownership ownership) {
        return switch (ownership) {
            case CSP_OWNED, SHARED_INDEPENDENT, SHARED_DEPENDENT, SHARED_CSP_THIRD_PARTY, THIRD_PARTY_OUTSOURCED ->
                ProviderOutcome.CLAIMED;
            case CSC_OWNED, NOT_APPLICABLE -> null;
        };
    }

    /** The customer's part: one failed check fails it, one unknown check makes it unknown; absent where it has none. */
    public static @Nullable CustomerOutcome customer(Ownership ownership, List<CheckOutcome> checks) {
        return switch (ownership) {
            case CSP_OWNED, SHARED_CSP_THIRD_PARTY, THIRD_PARTY_OUTSOURCED -> null;
            case NOT_APPLICABLE -> CustomerOutcome.NOT_APPLICABLE;
            case CSC_OWNED, SHARED_INDEPENDENT, SHARED_DEPENDENT -> worst(checks);
        };
    }

    private static CustomerOutcome worst(List<CheckOutcome> checks) {
        if (checks.isEmpty()) {
            return CustomerOutcome.UNKNOWN;
        }
        for (CustomerOutcome each : WORST_FIRST) {
            if (first(each, checks) != null) {
                return each;
            }
        }
        return CustomerOutcome.NOT_APPLICABLE;
    }

    /** For each good outcome none, for the others that of the first check, which always has one. */
    private static @Nullable GapReason reason(CustomerOutcome customer, List<CheckOutcome> checks) {
        CheckOutcome first = first(customer, checks);
        return first == null ? null : first.reason();
    }

    private static @Nullable CheckOutcome first(CustomerOutcome outcome, List<CheckOutcome> checks) {
        for (CheckOutcome check : checks) {
            if (check.outcome() == outcome) {
                return check;
            }
        }
        return null;
    }
}
