package dev.demarc.catalog.web;

import dev.demarc.contracts.catalog.ServiceModel;
import java.time.Instant;

/** A whole version, and whether it is in force. */
public record ServiceModelVersion(
        ServiceModel model,
        String digest,
        Instant publishedAt,
        boolean inForce) {}
