package dev.demarc.catalog.model;

import dev.demarc.contracts.catalog.ServiceModel;

/** A version with its content; both never change. */
public record PublishedVersion(
        VersionEntry entry,
        ServiceModel model) {}
