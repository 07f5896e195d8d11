package dev.demarc.contracts.event;

import java.time.Instant;

/** A service model is no longer in force from this version on; what it covered is not modelled any more. */
public record ServiceModelRetired(
        String serviceModel,
        int version,
        Instant retiredAt) implements Event {

    @Override
    public String key() {
        return serviceModel + "@retired";
    }
}
