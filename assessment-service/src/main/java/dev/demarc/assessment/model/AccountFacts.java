package dev.demarc.assessment.model;

import java.util.Set;

/** What an account's own gaps follow from: the types of the resources that are there, and whether any has no workload. */
public record AccountFacts(Set<String> types, boolean unowned) {

    /** Nothing in it. */
    public static final AccountFacts NONE = new AccountFacts(Set.of(), false);

    /** Copies the types. */
    public AccountFacts {
        types = Set.copyOf(types);
    }
}
