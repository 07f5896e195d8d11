package dev.demarc.contracts.event;

import dev.demarc.contracts.gap.GapDescription;
import dev.demarc.contracts.gap.GapStatus;
import dev.demarc.contracts.gap.Origin;
import java.time.Instant;

/** A transition of a gap; consumers keep the highest sequence they have seen of each gap and ignore the rest. */
public sealed interface GapEvent extends Event permits GapOpened, GapChanged, GapResolved {

    /** What the gap is about. */
    GapDescription gap();

    /** Counts the transitions of one gap from 1, without holes. */
    long sequence();

    /** What led to the transition. */
    Origin origin();

    /** When it was decided. */
    Instant at();

    /** How the gap stands from now on. */
    GapStatus after();
}
