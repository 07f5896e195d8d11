package dev.demarc.assessment.application;

import dev.demarc.assessment.model.OutcomeRollup;
import dev.demarc.assessment.model.OutcomeView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The store's rules without a store; it can die after any single write, and others can act between read and write. */
class OutcomeViewsInMemory implements OutcomeViewStore {

    private final Map<String, OutcomeView> views = new HashMap<>();
    private final Map<Integer, OutcomeRollup> rollups = new HashMap<>();
    private final Random random;
    private int writesLeft = Integer.MAX_VALUE;
    private @Nullable Runnable beforeRollup;
    private @Nullable Runnable beforeViews;

    OutcomeViewsInMemory(Random random) {
        this.random = random;
    }

    static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    void dieAfter(int writes) {
        writesLeft = writes;
    }

    /** What another instance does once after this one's reading. */
    void beforeRollup(Runnable work) {
        beforeRollup = work;
    }

    /** What another instance does once between this one's rollup and its views. */
    void beforeViews(Runnable work) {
        beforeViews = work;
    }

    private void write() {
        if (writesLeft-- == 0) {
            writesLeft = Integer.MAX_VALUE;
            throw new Died();
        }
    }

    List<OutcomeView> all() {
        return List.copyOf(views.values());
    }

    @Override
    public List<OutcomeView> find(Collection<String> subjects) {
        return subjects.stream().map(views::get).filter(Objects::nonNull).toList();
    }

    @Override
    public boolean replace(Collection<OutcomeView> written) {
        Runnable other = beforeViews;
        beforeViews = null;
        if (other != null) {
            other.run();
        }
        List<OutcomeView> unordered = new ArrayList<>(written);
        Collections.shuffle(unordered, random);
        boolean all = true;
        for (OutcomeView view : unordered) {
            write();
            OutcomeView there = views.get(view.subject());
            if ((there == null ? 0 : there.revision()) == view.revision()) {
                views.put(view.subject(), view.written());
            } else {
                all = false;
            }
        }
        return all;
    }

    @Override
    public OutcomeRollup rollup(int partition) {
        return rollups.getOrDefault(partition, OutcomeRollup.empty(partition));
    }

    @Override
    public boolean replace(OutcomeRollup rollup, long expectedOffset) {
        Runnable other = beforeRollup;
        beforeRollup = null;
        if (other != null) {
            other.run();
        }
        write();
        if (rollup(rollup.partition()).offset() != expectedOffset) {
            return false;
        }
        rollups.put(rollup.partition(), rollup);
        return true;
    }

    @Override
    public List<OutcomeRollup> rollups() {
        return List.copyOf(rollups.values());
    }
}
