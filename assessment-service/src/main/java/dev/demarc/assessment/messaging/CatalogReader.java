package dev.demarc.assessment.messaging;

import dev.demarc.assessment.application.CompiledModel;
import dev.demarc.assessment.application.Models;
import dev.demarc.assessment.application.Run;
import dev.demarc.assessment.application.RunStore;
import dev.demarc.assessment.application.Snapshots;
import dev.demarc.checks.CheckLanguage;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.contracts.event.CatalogPublicationCompleted;
import dev.demarc.contracts.event.ServiceModelPublished;
import dev.demarc.platform.events.CompactedTopicHandler;
import dev.demarc.platform.events.EventReader;
import dev.demarc.platform.events.Poison;
import dev.demarc.platform.events.Received;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps every version of every service model, and puts those in force to use when the publication's marker is read. */
public final class CatalogReader implements CompactedTopicHandler {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogReader.class);

    private final CheckLanguage language;
    private final Snapshots snapshots;
    private final RunStore runs;
    private final Clock clock;
    private final Map<String, ServiceModel> versions = new HashMap<>();
    private final Map<String, CompiledModel> compiled = new HashMap<>();
    private final CompletableFuture<Void> firstMarker = new CompletableFuture<>();

    /** Feeds the snapshots, and starts a run for each version that comes into force. */
    public CatalogReader(CheckLanguage language, Snapshots snapshots, RunStore runs, Clock clock) {
        this.language = language;
        this.snapshots = snapshots;
        this.runs = runs;
        this.clock = clock;
    }

    /** Completes when the first marker was read: from then on there is something to judge by. */
    public CompletableFuture<Void> firstMarker() {
        return firstMarker.copy();
    }

    @Override
    public void put(Received received) throws Poison {
        switch (EventReader.read(received).event()) {
            case ServiceModelPublished published ->
                versions.put(name(published.model().key(), published.model().version()), published.model());
            case CatalogPublicationCompleted marker -> putInForce(marker);
            default -> {
                // a retired model is absent from the next marker's versions in force
            }
        }
    }

    @Override
    public void removed(String key) {
        LOG.warn("the catalog removed {}; versions are kept", key);
    }

    private static String name(String key, int version) {
        return key + '@' + version;
    }

    private void putInForce(CatalogPublicationCompleted marker) throws Poison {
        Models known = snapshots.models();
        if (known != null && marker.revision() <= known.revision()) {
            return;
        }
        Map<String, CompiledModel> inForce = new HashMap<>();
        for (Map.Entry<String, Integer> each : marker.inForce().entrySet()) {
            String name = name(each.getKey(), each.getValue());
            ServiceModel model = versions.get(name);
            if (model == null) {
                throw new Poison("inForce", "names " + name + ", which stands nowhere before the marker", null);
            }
            inForce.put(each.getKey(), compiled.computeIfAbsent(name, key -> CompiledModel.of(language, model)));
        }
        Models models = new Models(marker.revision(), inForce, versions.values());
        startRuns(models);
        snapshots.models(models);
        firstMarker.complete(null);
        LOG.info("catalog revision {} is in force: {} service models", marker.revision(), inForce.size());
    }

    /** Each version gets its run once, whichever instance reads the marker first. */
    private void startRuns(Models models) {
        models.all().forEach(each -> runs.insertIfAbsent(Run.ofModel(each.model().key(), each.model().version(),
                each.model().resourceTypes(), models.revision(), clock.instant().truncatedTo(ChronoUnit.MILLIS))));
    }
}
