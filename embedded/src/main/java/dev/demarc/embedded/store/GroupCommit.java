package dev.demarc.embedded.store;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Lets a command answer only when everything that it wrote or read is committed. Writing commands share one lock; a
 * commit takes it alone, so that it never holds half a command; whoever waits meanwhile is served by the same commit.
 */
final class GroupCommit {

    private final Runnable commit;
    private final ReentrantReadWriteLock commands = new ReentrantReadWriteLock();
    private final ReentrantLock committing = new ReentrantLock();
    private final AtomicLong written = new AtomicLong();
    private final ThreadLocal<Long> needed = ThreadLocal.withInitial(() -> 0L);
    private volatile long committed;

    GroupCommit(Runnable commit) {
        this.commit = commit;
    }

    <T> T command(boolean writes, Supplier<T> body) {
        needed.set(0L);
        T answer = writes ? shared(body) : body.get();
        await(needed.get());
        return answer;
    }

    private <T> T shared(Supplier<T> body) {
        commands.readLock().lock();
        try {
            return body.get();
        } finally {
            commands.readLock().unlock();
        }
    }

    /** To be called by a writing command before its change can be seen; the number is what readers of it need. */
    long change() {
        long number = written.incrementAndGet();
        needed.set(number);
        return number;
    }

    /** The running command has read something that this change (or an earlier one) wrote. */
    void need(long change) {
        if (change > needed.get()) {
            needed.set(change);
        }
    }

    /** Runs while no command is half done; what it changes is committed with it. */
    void alone(Runnable work) {
        committing.lock();
        try {
            commands.writeLock().lock();
            try {
                long upTo = written.get();
                work.run();
                commit.run();
                committed = upTo;
            } finally {
                commands.writeLock().unlock();
            }
        } finally {
            committing.unlock();
        }
    }

    private void await(long change) {
        if (committed >= change) {
            return;
        }
        committing.lock();
        try {
            if (committed < change) {
                alone(() -> {
                });
            }
        } finally {
            committing.unlock();
        }
    }
}
