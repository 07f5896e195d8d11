package dev.demarc.embedded.store;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the file small: writes what is left of old pieces again, a little at a time, so that their space is used. It
 * never moves pieces towards the file's beginning: H2 2.4.240 fails an assertion of its own there.
 */
final class Housekeeping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final long PAUSE_MILLIS = 200;
    private static final long SMALL = 8L * 1024 * 1024;
    private static final int STEP = 2 * 1024 * 1024;
    private static final int FILL_PERCENT = 60;

    private final CountDownLatch stopping = new CountDownLatch(1);
    private final ExecutorService worker = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("store-housekeeping").daemon().factory());
    private final MVStore file;
    private final GroupCommit commits;

    private Housekeeping(MVStore file, GroupCommit commits) {
        this.file = file;
        this.commits = commits;
    }

    static Housekeeping start(MVStore file, GroupCommit commits) {
        Housekeeping housekeeping = new Housekeeping(file, commits);
        housekeeping.worker.execute(housekeeping::run);
        return housekeeping;
    }

    private void run() {
        try {
            while (!stopping.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                tidy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tidy() {
        try {
            FileStore<?> store = file.getFileStore();
            if (store.size() > SMALL && store.getChunksFillRate() < FILL_PERCENT) {
                commits.alone(() -> file.compact(FILL_PERCENT, STEP));
            }
        } catch (RuntimeException e) {
            LOG.error("Could not compact {}; the file only grows until this is solved", file.getFileStore(), e);
        }
    }

    @Override
    public void close() {
        stopping.countDown();
        worker.close();
    }
}
