package dev.demarc.catalog.publishing;

import dev.demarc.catalog.model.BundledCatalog;
import dev.demarc.catalog.model.BundledVersionChanged;
import dev.demarc.catalog.model.ModelContent;
import dev.demarc.catalog.model.Origin;
import dev.demarc.catalog.model.Provenance;
import dev.demarc.catalog.model.PublishedVersion;
import dev.demarc.catalog.model.UniqueIds;
import dev.demarc.catalog.model.VersionEntry;
import dev.demarc.catalog.model.Versions;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.platform.mongo.Await;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes versions of the bundled files: of each edition one, with the file's number where that is free and else with the
 * next; only offered where the company has words of its own or has retired the service model. Blocks.
 */
final class BundledEditions {

    private static final Logger LOG = LoggerFactory.getLogger(BundledEditions.class);

    private final ServiceModelStore store;
    private final Instant now;

    BundledEditions(ServiceModelStore store, Instant now) {
        this.store = store;
        this.now = now;
    }

    /** Keeps the editions that are new; throws {@link BundledVersionChanged} where one is not what was published. */
    void store(BundledCatalog bundled) {
        Versions before = Await.one(store.all());
        List<ServiceModel> custom = custom(before);
        for (ServiceModel file : bundled.models()) {
            Versions versions = before.of(file.key());
            while (!isThere(file, versions)) {
                PublishedVersion edition = edition(file, versions, custom);
                VersionEntry kept = Await.one(store.insertIfAbsent(edition));
                if (kept.equals(edition.entry())) {
                    break;
                }
                versions = Await.one(store.of(file.key()));
            }
        }
    }

    private static boolean isThere(ServiceModel file, Versions versions) {
        Optional<VersionEntry> stored = versions.ofEdition(file.version());
        stored.ifPresent(entry -> {
            String digest = CanonicalJson.digest(ModelContent.numbered(file, entry.version()));
            if (!entry.digest().equals(digest)) {
                throw new BundledVersionChanged(entry, digest);
            }
        });
        return stored.isPresent();
    }

    private PublishedVersion edition(ServiceModel file, Versions versions, List<ServiceModel> custom) {
        ServiceModel model = ModelContent.numbered(file, Math.max(file.version(), versions.next()));
        boolean offered = !versions.followsEditions(file.key()) || clashes(model, custom);
        if (offered) {
            LOG.info("{} is offered, not in force: what the company published or retired stays as it is",
                    VersionEntry.id(model.key(), model.version()));
        }
        return new PublishedVersion(new VersionEntry(model.key(), model.version(), CanonicalJson.digest(model), now,
                Origin.bundled(file.version(), offered)), model);
    }

    private static boolean clashes(ServiceModel model, List<ServiceModel> custom) {
        UniqueIds ids = new UniqueIds();
        custom.stream().filter(other -> !other.key().equals(model.key()))
                .forEach(other -> ids.add(other.key(), other));
        return !ids.add(model.key(), model).isEmpty();
    }

    private List<ServiceModel> custom(Versions versions) {
        return Await.list(store.find(versions.inForce().values().stream()
                .filter(entry -> entry.origin().provenance() == Provenance.CUSTOM).map(VersionEntry::id).toList()))
                .stream().map(PublishedVersion::model).toList();
    }
}
