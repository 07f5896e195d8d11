package dev.demarc.contracts.subject;

import org.jspecify.annotations.Nullable;

/** Which subject: {@code id} is stable and safe in a URL, {@code nativeId} is the cloud's own (an ARN where there is one). */
public record SubjectRef(
        String id,
        SubjectKind kind,
        String provider,
        String partition,
        String account,
        @Nullable String region,
        String type,
        String nativeId,
        @Nullable String name) {}
