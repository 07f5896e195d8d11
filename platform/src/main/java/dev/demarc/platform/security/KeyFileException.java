package dev.demarc.platform.security;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A key file that is missing, unreadable or holds something else; names the file, never its contents. */
public final class KeyFileException extends RuntimeException {

    /** What is wrong with which file. */
    public KeyFileException(Path file, String problem, @Nullable Throwable cause) {
        super(file + " " + problem, cause);
    }
}
