package dev.demarc.assessment.application;

import dev.demarc.assessment.model.GapRollup;
import dev.demarc.assessment.model.GapView;
import dev.demarc.assessment.model.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The store's rules without a store; it can die after any single write. */
public class GapViewsInMemory implements GapViewStore {

    private final Map<String, GapView> views = new HashMap<>();
    private final Map<Integer, GapRollup> rollups = new HashMap<>();
    private final Random random;
    private int writesLeft = Integer.MAX_VALUE;
    private @Nullable Runnable meanwhile;

    /** Empty; writes in an order of its own. */
    public GapViewsInMemory(Random random) {
        this.random = random;
    }

    static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    void dieAfter(int writes) {
        writesLeft = writes;
    }

    /** What another instance does once between this one's reading and its writing. */
    void meanwhile(Runnable work) {
        meanwhile = work;
    }

    private void write() {
        if (writesLeft-- == 0) {
            writesLeft = Integer.MAX_VALUE;
            throw new Died();
        }
    }

    List<GapView> all() {
        return List.copyOf(views.values());
    }

    @Override
    public List<GapView> find(Collection<String> ids) {
        return ids.stream().map(views::get).filter(Objects::nonNull).toList();
    }

    @Override
    public void replace(Collection<GapView> written) {
        List<GapView> unordered = new ArrayList<>(written);
        Collections.shuffle(unordered, random);
        for (GapView view : unordered) {
            write();
            views.merge(view.id(), view, (there, next) -> isEarlier(there, next) ? next : there);
        }
    }

    private static boolean isEarlier(GapView there, GapView next) {
        Instant opened = there.status().openedAt();
        return opened.isBefore(next.status().openedAt().minus(Subject.FORGOTTEN_AFTER))
                || (there.sequence() < next.sequence() && !opened.isAfter(next.at().plus(Subject.FORGOTTEN_AFTER)));
    }

    @Override
    public GapRollup rollup(int partition) {
        GapRollup rollup = rollups.getOrDefault(partition, GapRollup.empty(partition));
        Runnable other = meanwhile;
        meanwhile = null;
        if (other != null) {
            other.run();
        }
        return rollup;
    }

    @Override
    public boolean replace(GapRollup rollup, long expectedOffset) {
        write();
        if (rollups.getOrDefault(rollup.partition(), GapRollup.empty(rollup.partition())).offset() != expectedOffset) {
            return false;
        }
        rollups.put(rollup.partition(), rollup);
        return true;
    }

    @Override
    public List<GapRollup> rollups() {
        return List.copyOf(rollups.values());
    }

    @Override
    public List<GapView> page(GapFilter filter, GapOrder order, @Nullable Place after, int limit) {
        throw new UnsupportedOperationException("only projected here");
    }

    @Override
    public Place place(GapOrder order, GapView view) {
        throw new UnsupportedOperationException("only projected here");
    }

    @Override
    public long count(GapFilter filter, int most) {
        throw new UnsupportedOperationException("only projected here");
    }
}
