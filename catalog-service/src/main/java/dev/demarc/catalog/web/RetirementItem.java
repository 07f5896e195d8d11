package dev.demarc.catalog.web;

import java.time.Instant;

/** Up to which version a service model is out of force, and since when. */
public record RetirementItem(
        String serviceModel,
        int version,
        Instant retiredAt) {}
