package dev.demarc.standalone.installation;

import dev.demarc.standalone.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Keeps a second process out of a data directory; the operating system lets go of it when the process ends, however. */
public final class InstallationLock implements AutoCloseable {

    private static final Duration DYING = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final FileChannel channel;

    private InstallationLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes it, or fails with a sentence that names who has it and what to do. */
    public static InstallationLock acquire(DataDirectory directory) {
        try {
            FileChannel channel = FileChannel.open(directory.lock(), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (locked(channel, directory)) {
                return new InstallationLock(channel);
            }
            channel.close();
        } catch (IOException e) {
            throw new Failure("The data directory " + directory.path() + " can't be used: " + e, e);
        }
        String who = StatusFile.read(directory).map(status -> "process " + status.pid() + ", " + status.url())
                .orElse("another process");
        throw new Failure("Demarc runs already with the data in " + directory.path() + " (" + who
                + "). Stop it with 'demarc down', or choose another directory with DEMARC_DATA_DIR.");
    }

    /** A process that was killed a moment ago may still hold it: then it is waited for a little. */
    private static boolean locked(FileChannel channel, DataDirectory directory) throws IOException {
        long deadline = System.nanoTime() + DYING.toNanos();
        boolean locked = locked(channel);
        while (!locked && StatusFile.running(directory).isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE.toNanos());
            locked = locked(channel);
        }
        return locked;
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            @Nullable
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
