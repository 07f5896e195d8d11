package dev.demarc.contracts.subject;

import org.jspecify.annotations.Nullable;

/** A resource that the cloud itself names as related, such as an instance's volume. */
public record RelatedResource(
        @Nullable String type,
        @Nullable String id,
        @Nullable String name,
        @Nullable String relation) {}
