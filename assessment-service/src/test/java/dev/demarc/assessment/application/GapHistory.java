package dev.demarc.assessment.application;

import dev.demarc.assessment.model.GapProjection.Recorded;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Gap events as a partition could hold them: in order for each life of each gap, and some of them twice. */
public final class GapHistory {

    static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    /** After so long the subject of a resolved gap is forgotten. */
    static final Duration FORGOTTEN = Duration.ofDays(46);
    private static final int MOST_LIVES = 3;
    private static final List<String> TEAMS = List.of("payments", "platform", "search", "none");

    private GapHistory() {}

    /** A random partition of some gaps, some of them with several lives; a retry of the publisher repeats a run of events. */
    static List<Recorded> random(Random random, int gaps, int records) {
        Map<String, GapEvent> last = new HashMap<>();
        Map<String, Integer> lives = new HashMap<>();
        List<GapEvent> published = new ArrayList<>();
        while (published.size() < records) {
            String gap = "g-" + random.nextInt(gaps);
            int from = published.size();
            for (int i = 0; i <= random.nextInt(3); i++) {
                GapEvent before = last.get(gap);
                if (before instanceof GapResolved && lives.getOrDefault(gap, 1) < MOST_LIVES
                        && random.nextInt(3) == 0) {
                    lives.merge(gap, 2, (had, first) -> had + 1);
                    before = null;
                }
                GapEvent event = next(random, gap, before);
                last.put(gap, event);
                published.add(later(event, FORGOTTEN.multipliedBy(lives.getOrDefault(gap, 1) - 1L)));
            }
            if (random.nextInt(4) == 0) {
                published.addAll(List.copyOf(published.subList(from, published.size())));
            }
        }
        List<Recorded> partition = new ArrayList<>();
        long offset = random.nextInt(10);
        for (GapEvent event : published) {
            partition.add(new Recorded(offset, event));
            offset += 1 + random.nextInt(2);
        }
        return partition;
    }

    /** The same so much later. */
    static GapEvent later(GapEvent event, Duration by) {
        GapStatus after = later(event.after(), by);
        return switch (event) {
            case GapOpened opened ->
                new GapOpened(opened.gap(), opened.sequence(), opened.origin(), opened.at().plus(by), after);
            case GapChanged changed -> new GapChanged(changed.gap(), changed.sequence(), changed.transition(),
                    changed.origin(), changed.at().plus(by), changed.actor(), later(changed.before(), by), after);
            case GapResolved resolved -> new GapResolved(resolved.gap(), resolved.sequence(), resolved.cause(),
                    resolved.origin(), resolved.at().plus(by), later(resolved.before(), by), after);
        };
    }

    private static GapStatus later(GapStatus status, Duration by) {
        return new GapStatus(status.state(), status.reason(), status.severity(), status.ownerTeam(),
                status.workload(), status.environment(), status.openedAt().plus(by), status.dueAt().plus(by),
                status.acknowledgedBy(), status.acknowledgedAt(), status.note(), status.stale(), status.observed());
    }

    /** An opened gap and its end. */
    static List<GapEvent> life(String gap) {
        GapOpened opened = new GapOpened(description(gap), 1, Origin.LIVE, NOON,
                status(GapState.OPEN, Severity.HIGH, "payments", NOON));
        return List.of(opened, new GapResolved(opened.gap(), 2, ResolutionCause.RESOURCE_DELETED, Origin.LIVE,
                NOON.plusSeconds(60), opened.after(), status(GapState.RESOLVED, Severity.HIGH, "payments", NOON)));
    }

    /** What may happen to a gap next; opened where there is nothing before. */
    public static GapEvent next(Random random, String gap, @Nullable GapEvent before) {
        GapStatus status = status(random.nextInt(4) == 0 ? GapState.ACKNOWLEDGED : GapState.OPEN,
                List.of(Severity.values()).get(random.nextInt(4)), TEAMS.get(random.nextInt(4)),
                NOON.plusSeconds(random.nextInt(50)));
        if (before == null) {
            return new GapOpened(description(gap), 1, Origin.LIVE, NOON, status);
        }
        long sequence = before.sequence() + 1;
        if (before.after().state() != GapState.RESOLVED && random.nextInt(3) == 0) {
            GapStatus resolved = status(GapState.RESOLVED, before.after().severity(), before.after().ownerTeam(),
                    before.after().openedAt());
            return new GapResolved(before.gap(), sequence, ResolutionCause.FIXED, Origin.LIVE,
                    NOON.plusSeconds(100 + random.nextInt(100)), before.after(),
                    resolved);
        }
        Transition transition = before.after().state() == GapState.RESOLVED
                ? Transition.RE_OPENED
                : Transition.VALUES;
        return new GapChanged(before.gap(), sequence, transition, Origin.LIVE,
                NOON.plus(Duration.ofDays(random.nextInt(5))), null, before.after(), status);
    }

    static GapStatus status(GapState state, Severity severity, @Nullable String team, Instant openedAt) {
        return new GapStatus(state, GapReason.CHECK_FAILED, severity, "none".equals(team) ? null : team, null, null,
                openedAt, openedAt.plusSeconds(severity == Severity.CRITICAL ? 60 : 180), null, null, null, false,
                List.of());
    }

    static GapDescription description(String gap) {
        SubjectRef subject = new SubjectRef("r-1", SubjectKind.RESOURCE, "aws", "aws", "111122223333", "eu-west-1",
                "AWS::S3::Bucket", "arn:aws:s3:::one", "one");
        return new GapDescription(gap, subject, 1, "data-protection", "Data protection", Ownership.CSC_OWNED,
                "s3-versioning", "Versioning is on", "Enabled", "Enable it", "aws/s3", 1, Map.of());
    }
}
