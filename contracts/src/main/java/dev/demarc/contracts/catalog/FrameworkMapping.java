package dev.demarc.contracts.catalog;

/** A requirement of a framework ({@code nist-800-53-r5}, {@code AC-3}) and how the control relates to it. */
public record FrameworkMapping(
        String framework,
        String requirement,
        Relationship relationship) {}
