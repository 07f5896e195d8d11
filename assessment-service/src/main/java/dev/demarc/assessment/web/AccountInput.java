package dev.demarc.assessment.web;

import dev.demarc.contracts.context.AccountPhase;
import org.jspecify.annotations.Nullable;

/** What can be said of an account. */
public record AccountInput(@Nullable String name, @Nullable String ownerTeam, @Nullable AccountPhase phase) {

    /** Checks. */
    public AccountInput {
        Shape.NAME.checkIfPresent("name", name);
        Shape.SLUG.checkIfPresent("ownerTeam", ownerTeam);
    }
}
