package dev.demarc.assessment.application;

import dev.demarc.assessment.model.ContextSnapshot;
import dev.demarc.platform.runtime.Unavailable;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** This instance's view of models and context, fed from the compacted topics; nothing is judged before both are there. */
public final class Snapshots {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private volatile @Nullable Models models;
    private volatile ContextSnapshot context = ContextSnapshot.empty();

    /** Thrown by {@link #atLeast} when this instance did not catch up in time; try again later. */
    public static final class Behind extends Unavailable {
        Behind(String message) {
            super(message, null);
        }
    }

    /** The two from which one judgement is made. */
    public record View(Models models, ContextSnapshot context) {}

    /** Replaces the models. */
    public void models(Models next) {
        lock.lock();
        try {
            models = next;
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Changes the context. */
    public void context(UnaryOperator<ContextSnapshot> edit) {
        lock.lock();
        try {
            context = edit.apply(context);
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The context as it is known now. */
    public ContextSnapshot context() {
        return context;
    }

    /** The models as they are known now; null before the first publication was read. */
    public @Nullable Models models() {
        return models;
    }

    /** Waits until models and context are at least this new; throws {@link Behind} after the time. */
    public View atLeast(long catalogRevision, long contextRevision, Duration patience) {
        long nanos = patience.toNanos();
        lock.lock();
        try {
            while (true) {
                Models known = models;
                if (known != null && known.revision() >= catalogRevision && context.revision() >= contextRevision) {
                    return new View(known, context);
                }
                if (nanos <= 0) {
                    throw new Behind("waited " + patience.toSeconds() + " s for catalog revision " + catalogRevision
                            + " and context revision " + contextRevision + "; have "
                            + (known == null ? "no catalog" : known.revision()) + " and " + context.revision());
                }
                nanos = advanced.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Behind("interrupted after " + TimeUnit.NANOSECONDS.toMillis(patience.toNanos() - nanos) + " ms");
        } finally {
            lock.unlock();
        }
    }
}
