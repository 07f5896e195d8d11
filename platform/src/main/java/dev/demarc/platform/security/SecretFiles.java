package dev.demarc.platform.security;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only their owner may read, from the first byte on. */
public final class SecretFiles {

    private SecretFiles() {}

    /** Writes a new file with mode 0600 and its directories with 0700; {@link KeyFileException} where it exists. */
    public static void write(Path file, String text) {
        Path absolute = file.toAbsolutePath();
        Path temporary = absolute.resolveSibling(absolute.getFileName() + ".new");
        try {
            Path dir = absolute.getParent();
            if (dir != null && !Files.isDirectory(dir)) {
                Files.createDirectories(dir, mode(dir, "rwx------"));
            }
            Files.deleteIfExists(temporary);
            fill(temporary, text);
            Files.createLink(absolute, temporary);
            Files.delete(temporary);
        } catch (FileAlreadyExistsException e) {
            throw new KeyFileException(file, "is there already; it is never overwritten", e);
        } catch (IOException e) {
            throw new KeyFileException(file, "can't be written", e);
        }
    }

    private static void fill(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode(file, "rw-------"))) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] mode(Path path, String mode) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
