package dev.demarc.platform.events;

import dev.demarc.platform.runtime.Unavailable;
import org.jspecify.annotations.Nullable;

/** The broker did not confirm in time; it may have some of the records, so publish all of them again later. */
public final class BrokerAway extends Unavailable {

    /** What was not confirmed, and the client's exception. */
    public BrokerAway(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
