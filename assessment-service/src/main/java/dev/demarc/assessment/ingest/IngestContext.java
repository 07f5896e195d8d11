package dev.demarc.assessment.ingest;

import java.time.Instant;

/** When a body came in and from where; both go into the events made from it. */
public record IngestContext(Instant receivedAt, String source) {}
