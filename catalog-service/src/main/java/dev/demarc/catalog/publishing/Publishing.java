package dev.demarc.catalog.publishing;

import dev.demarc.catalog.model.BundledCatalog;
import dev.demarc.catalog.model.CatalogProblem;
import dev.demarc.catalog.model.ModelContent;
import dev.demarc.catalog.model.Origin;
import dev.demarc.catalog.model.Provenance;
import dev.demarc.catalog.model.PublishedVersion;
import dev.demarc.catalog.model.Retirement;
import dev.demarc.catalog.model.VersionEntry;
import dev.demarc.catalog.model.Versions;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.platform.mongo.Await;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Makes drafts versions and takes service models out of force. The store has it when a call returns, and the topic a
 * moment later, or when the broker is back. Blocks.
 */
public final class Publishing {

    private final Drafts drafts;
    private final DraftStore draftStore;
    private final ServiceModelStore store;
    private final Publication publication;
    private final Clock clock;
    private final Turn turn;

    /** The clock dates what is published. */
    public Publishing(Drafts drafts, DraftStore draftStore, ServiceModelStore store, Publication publication,
            Clock clock) {
        this.drafts = drafts;
        this.draftStore = draftStore;
        this.store = store;
        this.publication = publication;
        this.clock = clock;
        this.turn = new Turn(store, clock);
    }

    /** What came of publishing. */
    public sealed interface Result {}

    /** A new version. */
    public record Published(VersionEntry version) implements Result {}

    /** This revision of the draft was published before, as this version. */
    public record AlreadyPublished(VersionEntry version) implements Result {}

    /** The draft says what the version in force says. */
    public record Unchanged(VersionEntry version) implements Result {}

    /** The draft has problems, and nothing was published. */
    public record Refused(List<CatalogProblem> problems) implements Result {}

    /** The open draft has another revision. */
    public record Stale(long current) implements Result {}

    /** There is no open draft, and none of this revision was published. */
    public record NoDraft() implements Result {}

    /** Publishes this revision of the draft; the same revision always gives the same version. */
    public Result publish(String key, long revision, String by) {
        Result result = turn.take(() -> decide(key, revision, by));
        publication.wake();
        return result;
    }

    private Result decide(String key, long revision, String by) {
        while (true) {
            Versions versions = Await.one(store.of(key));
            Optional<VersionEntry> before = versions.ofDraft(revision);
            Optional<StoredDraft> stored = draftStore.find(key);
            if (before.isPresent()) {
                stored.ifPresent(draft -> close(draft, revision, before.get()));
                return new AlreadyPublished(before.get());
            }
            if (stored.isEmpty()) {
                return new NoDraft();
            }
            StoredDraft draft = stored.get();
            if (draft.file() == null || draft.revision() != revision) {
                return notOpen(draft, revision, versions);
            }
            Drafts.Checked checked = drafts.checked(draft, versions);
            if (!checked.problems().isEmpty()) {
                return new Refused(checked.problems());
            }
            VersionEntry inForce = versions.inForce().get(key);
            if (inForce != null && same(checked.model(), inForce)) {
                close(draft, revision, inForce);
                return new Unchanged(inForce);
            }
            VersionEntry entry = new VersionEntry(key, versions.next(), CanonicalJson.digest(checked.model()), now(),
                    Origin.draft(provenance(checked.model(), versions), by, revision));
            turn.check();
            if (Await.one(store.insertIfAbsent(new PublishedVersion(entry, checked.model()))).equals(entry)) {
                close(draft, revision, entry);
                return new Published(entry);
            }
        }
    }

    private static Result notOpen(StoredDraft draft, long revision, Versions versions) {
        if (draft.file() != null) {
            return new Stale(draft.revision());
        }
        return versions.entries().stream()
                .filter(entry -> draft.revision() == revision
                        && Integer.valueOf(entry.version()).equals(draft.published()))
                .findFirst().<Result>map(Unchanged::new).orElseGet(NoDraft::new);
    }

    /** A newer draft than the one that was published stays open. */
    private void close(StoredDraft draft, long revision, VersionEntry version) {
        if (draft.file() != null && draft.revision() == revision) {
            draftStore.replace(revision, draft.closed(version.version()));
        }
    }

    /** Who takes a bundled edition over as it is follows Demarc's editions again. */
    private static Provenance provenance(ServiceModel model, Versions versions) {
        return versions.entries().stream().anyMatch(
                entry -> entry.origin().provenance() == Provenance.BUNDLED && same(model, entry))
                        ? Provenance.BUNDLED
                        : Provenance.CUSTOM;
    }

    private static boolean same(ServiceModel model, VersionEntry entry) {
        return CanonicalJson.digest(ModelContent.numbered(model, entry.version())).equals(entry.digest());
    }

    /** Takes the version in force out of force; what was retired before is answered again. Empty where nothing was ever published. */
    public Optional<Retirement> retire(String key) {
        return turn.take(() -> retireInForce(key));
    }

    private Optional<Retirement> retireInForce(String key) {
        Versions versions = Await.one(store.of(key));
        VersionEntry inForce = versions.inForce().get(key);
        if (inForce == null) {
            return versions.retirements().stream().findFirst();
        }
        Retirement retirement = new Retirement(key, inForce.version(), now());
        Await.none(store.retire(retirement));
        publication.wake();
        return Optional.of(retirement);
    }

    /** Keeps the bundled editions that are new, while nobody publishes. */
    void store(BundledCatalog bundled) {
        turn.take(() -> {
            publication.store(bundled);
            return bundled;
        });
    }

    /** Closes drafts whose publication died after the version was stored. */
    public void closePublished() {
        draftStore.open().forEach(draft -> Await.one(store.of(draft.key())).ofDraft(draft.revision())
                .ifPresent(version -> close(draft, draft.revision(), version)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
