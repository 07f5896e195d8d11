package dev.demarc.notification;

import dev.demarc.contracts.catalog.Ownership;
import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.event.GapChanged;
import dev.demarc.contracts.event.GapEvent;
import dev.demarc.contracts.event.GapOpened;
import dev.demarc.contracts.event.GapResolved;
import dev.demarc.contracts.gap.GapDescription;
import dev.demarc.contracts.gap.GapReason;
import dev.demarc.contracts.gap.GapState;
import dev.demarc.contracts.gap.GapStatus;
import dev.demarc.contracts.gap.Origin;
import dev.demarc.contracts.gap.ResolutionCause;
import dev.demarc.contracts.gap.Transition;
import dev.demarc.contracts.subject.SubjectKind;
import dev.demarc.contracts.subject.SubjectRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gap events for tests: a gap's events share its id and subject. */
public final class Gaps {

    /** When everything happens. */
    public static final Instant AT = Instant.parse("2026-11-20T09:15:03Z");

    private Gaps() {}

    /** A status of an open, critical gap. */
    public static GapStatus status(GapState state, Severity severity, @Nullable String team) {
        return new GapStatus(state, GapReason.CHECK_FAILED, severity, team, "shop", "production", AT,
                AT.plus(Duration.ofDays(1)), null, null, null, false, List.of());
    }

    /** A live opening. */
    public static GapOpened opened(String gap, @Nullable String team) {
        return opened(gap, team, Severity.CRITICAL, Origin.LIVE);
    }

    /** An opening of that severity and origin. */
    public static GapOpened opened(String gap, @Nullable String team, Severity severity, Origin origin) {
        return new GapOpened(description(gap), 1, origin, AT, status(GapState.OPEN, severity, team));
    }

    /** Somebody acknowledged. */
    public static GapChanged acknowledged(String gap, long sequence, @Nullable String team) {
        return changed(gap, sequence, Transition.ACKNOWLEDGED, status(GapState.OPEN, Severity.CRITICAL, team),
                status(GapState.ACKNOWLEDGED, Severity.CRITICAL, team));
    }

    /** A change between two statuses. */
    public static GapChanged changed(String gap, long sequence, Transition transition, GapStatus before,
            GapStatus after) {
        return new GapChanged(description(gap), sequence, transition, Origin.COMMAND, AT, "k-1", before, after);
    }

    /** Fixed, with that origin. */
    public static GapResolved resolved(String gap, long sequence, @Nullable String team, Origin origin) {
        return new GapResolved(description(gap), sequence, ResolutionCause.FIXED, origin, AT,
                status(GapState.OPEN, Severity.CRITICAL, team), status(GapState.RESOLVED, Severity.CRITICAL, team));
    }

    /** The id of a gap event. */
    public static String id(GapEvent event) {
        return event.gap().id() + "." + event.sequence();
    }

    private static GapDescription description(String gap) {
        SubjectRef subject = new SubjectRef("r-" + gap, SubjectKind.RESOURCE, "aws", "aws", "111122223333",
                "eu-west-1", "AWS::S3::Bucket", "arn:aws:s3:::" + gap, gap);
        return new GapDescription(gap, subject, 1, "public-access-prevention", "No public access",
                Ownership.SHARED_DEPENDENT, "s3-public-access-blocked", "The bucket blocks public access",
                "All four settings are on.", "Turn them on.", "aws/s3", 1, Map.of());
    }
}
