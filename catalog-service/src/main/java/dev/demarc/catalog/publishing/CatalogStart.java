package dev.demarc.catalog.publishing;

import dev.demarc.catalog.model.BundledCatalog;
import dev.demarc.contracts.Topic;
import dev.demarc.platform.events.CompactedTopicReader;
import dev.demarc.platform.events.Topics;
import dev.demarc.platform.runtime.Patience;
import dev.demarc.platform.runtime.Unavailable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Stores the bundled catalog while the service starts, which fails where a version was changed, and then publishes in the background what was stored, however long the broker is away. */
public final class CatalogStart implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogStart.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private final BundledCatalog bundled;
    private final ServiceModelStore store;
    private final Publication publication;
    private final Publishing publishing;
    private final Topics topics;
    private final CompactedTopicReader reader;
    private final CompletableFuture<Void> published = new CompletableFuture<>();
    private volatile @Nullable Thread thread;

    /** The reader hands what it reads to the publication's {@link PublishedTopic}; it is started and stopped here. */
    public CatalogStart(BundledCatalog bundled, ServiceModelStore store, Publication publication,
            Publishing publishing, Topics topics, CompactedTopicReader reader) {
        this.bundled = bundled;
        this.store = store;
        this.publication = publication;
        this.publishing = publishing;
        this.topics = topics;
        this.reader = reader;
    }

    /** Completes when the marker is on the topic. */
    public CompletableFuture<Void> published() {
        return published.copy();
    }

    @Override
    public void start() {
        store.ensureIndexes();
        Patience.until("storing the catalog", () -> {
            publishing.store(bundled);
            publishing.closePublished();
            return true;
        });
        thread = Thread.ofVirtual().name("demarc-catalog-publication").start(this::publish);
    }

    private void publish() {
        try {
            topics.create(Topic.SERVICE_MODELS);
            reader.start();
            reader.caughtUp().get();
            complete();
            published.complete(null);
            follow();
        } catch (InterruptedException e) {
            published.completeExceptionally(e);
        } catch (ExecutionException | RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) {
                LOG.error("the catalog could not be published", e);
            }
            published.completeExceptionally(e);
        }
    }

    private void complete() {
        Patience.until("publishing the catalog", () -> {
            try {
                publication.complete();
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Unavailable("publishing the catalog was interrupted", e);
            }
        });
    }

    /** What can't be published now, whatever the reason, is tried again. */
    private void follow() throws InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            publication.awaitWork(LOOK_AGAIN);
            try {
                complete();
            } catch (RuntimeException e) {
                if (!Thread.currentThread().isInterrupted()) {
                    LOG.error("the catalog could not be published; it is tried again in {}", LOOK_AGAIN, e);
                }
            }
        }
    }

    @Override
    public void stop() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
        reader.stop();
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
