package dev.demarc.systemtests.support;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How long the tests wait for what goes on behind an answer; nothing takes so long on a machine that is not busy. */
public final class Patience {

    /** A change becomes visible. */
    public static final Duration CHANGE = Duration.ofMinutes(2);
    /** How often a command is called that starts a JVM. */
    public static final Duration COMMAND = Duration.ofSeconds(2);
    /** The product starts or stops. */
    public static final Duration START = Duration.ofMinutes(4);

    private Patience() {}

    /** Looks five times a second, which keeps below the API's rate limit. */
    public static ConditionFactory eventually() {
        return Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(200)).atMost(CHANGE);
    }
}
