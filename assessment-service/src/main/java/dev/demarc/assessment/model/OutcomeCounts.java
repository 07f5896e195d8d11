package dev.demarc.assessment.model;

import dev.demarc.contracts.gap.CustomerOutcome;
import dev.demarc.contracts.gap.ProviderOutcome;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** How many parts of outcomes stand how; a part that an outcome does not have is not counted. */
public record OutcomeCounts(Map<ProviderOutcome, Long> provider, Map<CustomerOutcome, Long> customer) {

    /** Copies, with a zero for what is not named. */
    public OutcomeCounts {
        provider = all(ProviderOutcome.class, provider);
        customer = all(CustomerOutcome.class, customer);
    }

    private static <E extends Enum<E>> Map<E, Long> all(Class<E> type, Map<E, Long> given) {
        Map<E, Long> all = new EnumMap<>(type);
        for (E constant : type.getEnumConstants()) {
            all.put(constant, given.getOrDefault(constant, 0L));
        }
        return all;
    }

    /** All of these together; a sum below zero, which no whole sum has, is shown as zero. */
    public static OutcomeCounts sum(Collection<OutcomeCounts> counts) {
        Adding sum = new Adding();
        counts.forEach(sum::add);
        return sum.atLeastZero();
    }

    /** Whether all are zero. */
    public boolean countNothing() {
        return provider.values().stream().allMatch(count -> count == 0)
                && customer.values().stream().allMatch(count -> count == 0);
    }

    /** Counts that change. */
    static final class Adding {

        private final Map<ProviderOutcome, Long> provider = new EnumMap<>(ProviderOutcome.class);
        private final Map<CustomerOutcome, Long> customer = new EnumMap<>(CustomerOutcome.class);

        void add(OutcomeCounts counts) {
            counts.provider.forEach((outcome, count) -> provider.merge(outcome, count, Long::sum));
            counts.customer.forEach((outcome, count) -> customer.merge(outcome, count, Long::sum));
        }

        void add(OutcomeView.Parts parts, long delta) {
            if (parts.provider() != null) {
                provider.merge(parts.provider(), delta, Long::sum);
            }
            if (parts.customer() != null) {
                customer.merge(parts.customer(), delta, Long::sum);
            }
        }

        OutcomeCounts done() {
            return new OutcomeCounts(provider, customer);
        }

        private OutcomeCounts atLeastZero() {
            provider.replaceAll((outcome, count) -> Math.max(0, count));
            customer.replaceAll((outcome, count) -> Math.max(0, count));
            return done();
        }
    }
}
