package dev.demarc.catalog.model.diff;

import dev.demarc.contracts.catalog.Ownership;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who has a duty. */
enum Party {
    PROVIDER("the provider"),
    CUSTOMER("the customer"),
    THIRD_PARTY("a third party");

    private final String words;

    Party(String words) {
        this.words = words;
    }

    /** Those who answer by an ownership; none where there is no cell or nothing to do. */
    static Set<Party> of(@Nullable Ownership ownership) {
        return switch (ownership) {
            case null -> EnumSet.noneOf(Party.class);
            case CSP_OWNED -> EnumSet.of(PROVIDER);
            case CSC_OWNED -> EnumSet.of(CUSTOMER);
            case SHARED_INDEPENDENT, SHARED_DEPENDENT -> EnumSet.of(PROVIDER, CUSTOMER);
            case SHARED_CSP_THIRD_PARTY -> EnumSet.of(PROVIDER, THIRD_PARTY);
            case THIRD_PARTY_OUTSOURCED -> EnumSet.of(THIRD_PARTY);
            case NOT_APPLICABLE -> EnumSet.noneOf(Party.class);
        };
    }

    /** As in a sentence. */
    static String words(Set<Party> parties) {
        List<String> all = parties.stream().map(party -> party.words).toList();
        return all.isEmpty() ? "nobody" : String.join(" and ", all);
    }
}
