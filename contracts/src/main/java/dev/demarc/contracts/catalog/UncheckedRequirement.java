package dev.demarc.contracts.catalog;

/** A requirement of a framework that no configuration record of the provider shows, why not, and the control whose attestation in the same service model stands in. */
public record UncheckedRequirement(
        String framework,
        String requirement,
        String reason,
        String control) {}
