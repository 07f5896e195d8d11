package dev.demarc.catalog.publishing;

import dev.demarc.catalog.model.CatalogProblem;
import dev.demarc.catalog.model.DraftRules;
import dev.demarc.catalog.model.Finding;
import dev.demarc.catalog.model.ModelContent;
import dev.demarc.catalog.model.PublishedVersion;
import dev.demarc.catalog.model.SourceFile;
import dev.demarc.catalog.model.Versions;
import dev.demarc.contracts.ContractJson;
import dev.demarc.contracts.Topic;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.platform.mongo.Await;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Drafts as people edit them: one for each service model, by revision, so that nobody overwrites what he has not seen. Blocks. */
public final class Drafts {

    private static final int MAX_MODEL_BYTES = Topic.MAX_RECORD_BYTES - 10_000;

    private final DraftStore store;
    private final Catalog catalog;
    private final DraftRules rules;
    private final Clock clock;

    /** Judged by these rules against what the catalog has. */
    public Drafts(DraftStore store, Catalog catalog, DraftRules rules, Clock clock) {
        this.store = store;
        this.catalog = catalog;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * A draft with what keeps it from being published.
     *
     * @param model with the number and the controls that it would be published with
     */
    public record Checked(StoredDraft draft, ServiceModel model, List<CatalogProblem> problems) {

        /** Copies the list. */
        public Checked {
            problems = List.copyOf(problems);
        }
    }

    /**
     * A draft in the list of all.
     *
     * @param version the number with which it would be published
     */
    public record Listed(StoredDraft draft, String name, int version) {}

    /** What came of an edit. */
    public sealed interface Saved {}

    /** It is saved. */
    public record Written(Checked draft, boolean created) implements Saved {}

    /** There is a draft at this revision, 0 for none, which is not the one that was read. */
    public record Stale(long current) implements Saved {}

    /** The open draft of a service model. */
    public Optional<Checked> find(String key) {
        return open(key).map(draft -> checked(draft, Await.one(catalog.versions(key))));
    }

    /** The open drafts whose key comes after this one, at most so many, ordered by key. */
    public List<Listed> list(String after, int most) {
        return store.open(after, most).stream()
                .map(draft -> new Listed(draft, Objects.requireNonNull(draft.file()).content().name(),
                        Await.one(catalog.versions(draft.key())).next()))
                .toList();
    }

    /** How many drafts are open. */
    public long count() {
        return store.countOpen();
    }

    Optional<StoredDraft> open(String key) {
        return store.find(key).filter(draft -> draft.file() != null);
    }

    /** Saves a draft in place of the revision that was read; null where none was. */
    public Saved save(String key, @Nullable Long read, SourceFile<ServiceModel> file, String by) {
        Optional<StoredDraft> before = store.find(key);
        long open = before.filter(draft -> draft.file() != null).map(StoredDraft::revision).orElse(0L);
        if ((read == null ? 0 : read) != open || (read != null && open == 0)) {
            return new Stale(open);
        }
        long last = before.map(StoredDraft::revision).orElse(0L);
        StoredDraft draft = new StoredDraft(key, last + 1, file, clock.instant().truncatedTo(ChronoUnit.MILLIS), by,
                null);
        if (!store.replace(last, draft)) {
            return new Stale(open(key).map(StoredDraft::revision).orElse(0L));
        }
        return new Written(checked(draft, Await.one(catalog.versions(key))), open == 0);
    }

    /** Throws a draft away; false where this revision is not the open one any more. */
    public boolean delete(String key, long revision) {
        return open(key).filter(draft -> draft.revision() == revision)
                .map(draft -> store.replace(revision, draft.closed(null))).orElse(false);
    }

    Checked checked(StoredDraft draft, Versions versions) {
        SourceFile<ServiceModel> file = Objects.requireNonNull(draft.file());
        Map<String, Control> controls = Await.one(catalog.controls());
        List<ServiceModel> inForce = Await.one(catalog.inForce()).stream().map(PublishedVersion::model).toList();
        ServiceModel model = ModelContent.withControls(file.content(), versions.next(), controls);
        List<Finding> findings = new ArrayList<>(rules.findings(file.content(), versions, controls, inForce));
        int bytes = ContractJson.mapper().writeValueAsBytes(model).length;
        if (bytes > MAX_MODEL_BYTES) {
            findings.add(new Finding("", "takes " + bytes + " bytes with its controls; an event has room for "
                    + MAX_MODEL_BYTES));
        }
        return new Checked(draft, model, findings.stream().map(file::problem).toList());
    }
}
