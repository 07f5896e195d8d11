package dev.demarc.assessment.model;

import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.gap.GapReason;
import dev.demarc.contracts.gap.GapState;
import org.jspecify.annotations.Nullable;

/** What gaps are counted by: few enough combinations for one document a partition, enough for the summary. */
public record GapBucket(GapState state, Severity severity, GapReason reason, @Nullable String ownerTeam) {}
