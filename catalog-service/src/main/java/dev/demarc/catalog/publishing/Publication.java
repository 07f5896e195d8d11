package dev.demarc.catalog.publishing;

import dev.demarc.catalog.model.BundledCatalog;
import dev.demarc.catalog.model.BundledVersionChanged;
import dev.demarc.catalog.model.PublishedVersion;
import dev.demarc.catalog.model.Retirement;
import dev.demarc.catalog.model.VersionEntry;
import dev.demarc.catalog.model.Versions;
import dev.demarc.contracts.event.CatalogPublicationCompleted;
import dev.demarc.contracts.event.ServiceModelPublished;
import dev.demarc.contracts.event.ServiceModelRetired;
import dev.demarc.platform.events.EventPublisher;
import dev.demarc.platform.events.OutgoingEvent;
import dev.demarc.platform.mongo.Await;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings versions into the store and from there to the topic, and ends with the marker. The store is the truth; what
 * the topic lacks is published, so that a publication which died anywhere is completed by the next one.
 */
public final class Publication {

    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);
    private static final Duration READ_BACK = Duration.ofSeconds(10);

    private final ServiceModelStore store;
    private final PublishedTopic topic;
    private final EventPublisher publisher;
    private final Clock clock;
    private final Semaphore work = new Semaphore(0);

    /** The clock dates what is published. */
    public Publication(ServiceModelStore store, PublishedTopic topic, EventPublisher publisher, Clock clock) {
        this.store = store;
        this.topic = topic;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Keeps the bundled editions that are new; throws {@link BundledVersionChanged} where one is not what was published. */
    public void store(BundledCatalog bundled) {
        new BundledEditions(store, now()).store(bundled);
    }

    /** Says that there is something to publish. */
    public void wake() {
        work.release();
    }

    /** Waits until somebody says so, or for this long: another instance may have died between store and topic. */
    void awaitWork(Duration longest) throws InterruptedException {
        if (work.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            work.drainPermits();
        }
    }

    /** Publishes what the topic, once it was read to its end, lacks; the marker only when the broker has all before it. For one thread. */
    public void complete() throws InterruptedException {
        Versions stored = Await.one(store.all());
        if (topic.has(stored)) {
            LOG.debug("all {} versions of service models are published", stored.entries().size());
            return;
        }
        // a marker names what was stored when its revision was given, or more; so the last one names everything
        long revision = Await.one(store.nextRevision(topic.revision()));
        stored = Await.one(store.all());
        List<OutgoingEvent> events = missing(stored);
        publisher.publish(events);
        Instant now = now();
        publisher.publish(List.of(new OutgoingEvent("publication-completed-" + revision, now,
                new CatalogPublicationCompleted(revision, stored.marker(), now))));
        LOG.info("published {} versions and retirements of service models; {} are in force", events.size(),
                stored.marker().size());
        if (!topic.awaitRevision(revision, READ_BACK)) {
            LOG.warn("the catalog's marker {} was published but not read back within {}", revision, READ_BACK);
        }
    }

    private List<OutgoingEvent> missing(Versions stored) {
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
        return events;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
