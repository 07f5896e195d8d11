package dev.demarc.assessment.messaging;

import dev.demarc.assessment.application.LiveGaps;
import dev.demarc.contracts.event.GapEvent;
import dev.demarc.platform.events.EventReader;
import dev.demarc.platform.events.Poison;
import dev.demarc.platform.events.Received;
import dev.demarc.platform.events.TopicTailHandler;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Feeds those who follow gaps with the end of their topic, and asks for what is listed while something waits for it. */
public final class GapTail implements TopicTailHandler {

    private static final Logger LOG = LoggerFactory.getLogger(GapTail.class);
    private static final long OFTEN = Duration.ofMillis(200).toNanos();
    private static final long SELDOM = Duration.ofSeconds(1).toNanos();

    private final LiveGaps live;
    private long asked = System.nanoTime() - SELDOM;

    /** Feeds these. */
    public GapTail(LiveGaps live) {
        this.live = live;
    }

    @Override
    public void begun(List<Long> from, List<Long> end) {
        live.begin(from, end);
    }

    @Override
    public void polled(List<Received> records) {
        for (Received received : records) {
            live.arrive(received.partition(), received.offset(), event(received));
        }
        live.polled();
        long now = System.nanoTime();
        if (live.isWaiting() && now - asked >= (live.isFollowed() ? OFTEN : SELDOM)) {
            asked = now;
            live.release();
        }
    }

    /** What can't be read is no transition: whoever projects it makes it a dead letter. */
    private static @Nullable GapEvent event(Received received) {
        try {
            return EventReader.read(received).event() instanceof GapEvent event ? event : null;
        } catch (Poison poison) {
            LOG.debug("{}-{}@{} is not shown: {}", received.topic(), received.partition(), received.offset(),
                    poison.reason());
            return null;
        }
    }

    @Override
    public Set<Integer> full() {
        return live.full();
    }
}
