package dev.demarc.assessment.application;

import dev.demarc.platform.runtime.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishing what a write has decided: what the broker does not take now, a sweeper publishes. */
final class Publishing {

    private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);

    private Publishing() {}

    /** Publishes, or leaves it to the sweeper where the broker is away; {@code what} is for the log. */
    static void nowOrLater(Object what, Runnable publish) {
        try {
            publish.run();
        } catch (RuntimeException e) {
            if (!Unavailable.is(e)) {
                throw e;
            }
            LOG.warn("what was decided on {} is published later: {}", what, e.getMessage());
        }
    }
}
