package dev.demarc.contracts.event;

import dev.demarc.contracts.catalog.ServiceModel;
import java.time.Instant;

/** A version of a service model is out; it never changes. {@code digest} is the SHA-256 of its canonical JSON, in hex. */
public record ServiceModelPublished(
        ServiceModel model,
        String digest,
        Instant publishedAt) implements Event {

    @Override
    public String key() {
        return model.key() + "@" + model.version();
    }
}
