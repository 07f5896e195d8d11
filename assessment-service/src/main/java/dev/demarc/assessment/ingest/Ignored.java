package dev.demarc.assessment.ingest;

/** An entry that is understood and tells nothing about a subject; {@code index} counts entries from 0 in body order, wrappers unfolded. */
public record Ignored(int index, String reason) {}
