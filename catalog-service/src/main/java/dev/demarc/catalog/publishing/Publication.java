package dev.demarc.catalog.publishing;

import dev.demarc.catalog.model.BundledCatalog;
import dev.demarc.catalog.model.BundledVersionChanged;
import dev.demarc.catalog.model.PublishedVersion;
import dev.demarc.catalog.model.Retirement;
import dev.demarc.catalog.model.VersionEntry;
import dev.demarc.catalog.model.Versions;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.contracts.event.CatalogPublicationCompleted;
import dev.demarc.contracts.event.ServiceModelPublished;
import dev.demarc.contracts.event.ServiceModelRetired;
import dev.demarc.platform.events.EventPublisher;
import dev.demarc.platform.events.OutgoingEvent;
import dev.demarc.platform.mongo.Await;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings versions into the store and from there to the topic, and ends with the marker. The store is the truth; what
 * the topic lacks is published, so that a publication which died anywhere is completed by the next one.
 */
public final class Publication {

    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);

    private final ServiceModelStore store;
    private final PublishedTopic topic;
    private final EventPublisher publisher;
    private final Clock clock;

    /** The clock dates what is published. */
    public Publication(ServiceModelStore store, PublishedTopic topic, EventPublisher publisher, Clock clock) {
        this.store = store;
        this.topic = topic;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Keeps the bundled versions that are new; throws {@link BundledVersionChanged} where one is not what was published. */
    public void store(BundledCatalog bundled) {
        for (ServiceModel model : bundled.models()) {
            String digest = CanonicalJson.digest(model);
            VersionEntry entry = new VersionEntry(model.key(), model.version(), digest, now());
            VersionEntry kept = Await.one(store.insertIfAbsent(new PublishedVersion(entry, model)));
            if (!kept.digest().equals(digest)) {
                throw new BundledVersionChanged(kept, digest);
            }
        }
    }

    /** Publishes what the topic, once it was read to its end, lacks; the marker only when the broker has all before it. */
    public void complete() {
        Versions stored = Await.one(store.all());
        if (topic.missing(stored).isEmpty() && topic.missingRetirements(stored).isEmpty()
                && topic.complete(stored)) {
            LOG.info("all {} versions of service models are published", stored.entries().size());
            return;
        }
        List<OutgoingEvent> events = new ArrayList<>();
        for (VersionEntry entry : topic.missing(stored)) {
            PublishedVersion version = Await.one(store.find(entry.key(), entry.version()));
            events.add(new OutgoingEvent(entry.id(), entry.publishedAt(),
                    new ServiceModelPublished(version.model(), entry.digest(), entry.publishedAt())));
        }
        for (Retirement retirement : topic.missingRetirements(stored)) {
            events.add(new OutgoingEvent(VersionEntry.id(retirement.key(), retirement.version()) + "-retired",
                    retirement.retiredAt(),
                    new ServiceModelRetired(retirement.key(), retirement.version(), retirement.retiredAt())));
        }
        publisher.publish(events);
        Instant now = now();
        long revision = Await.one(store.nextRevision(topic.revision()));
        publisher.publish(List.of(new OutgoingEvent("publication-completed-" + revision, now,
                new CatalogPublicationCompleted(revision, stored.marker(), now))));
        LOG.info("published {} versions and retirements of service models; {} are in force", events.size(),
                stored.marker().size());
    }

    /** Takes a service model out of force, up to its highest version, and publishes that. */
    public void retire(String key) {
        Versions versions = Await.one(store.of(key));
        VersionEntry inForce = versions.inForce().get(key);
        if (inForce != null) {
            Await.none(store.retire(new Retirement(key, inForce.version(), now())));
            complete();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
