package dev.demarc.standalone.cli;

import dev.demarc.standalone.Failure;
import dev.demarc.standalone.client.Api;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a document goes: a file, which is there whole or not at all, or the output. */
class OutputFile {

    @Option(names = {"-o",
            "--output"}, paramLabel = "FILE", description = "Write to this file, replacing it; to the output where absent.")
    private @Nullable Path file;

    boolean given() {
        return file != null;
    }

    void write(Api api, String path, Session session) {
        Path target = file;
        if (target == null) {
            api.download(path, body -> body.transferTo(session.out()));
            session.out().flush();
            return;
        }
        api.download(path, body -> save(body, target));
        session.err().println("Written to " + target + ".");
    }

    private static void save(InputStream body, Path target) {
        Path absolute = target.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new Failure("There is no folder for " + target + ".");
        }
        Path part = absolute.resolveSibling(absolute.getFileName() + ".part");
        try {
            Files.copy(body, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, absolute, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            delete(part, e);
            throw new Failure(target + " can't be written: " + e.getMessage(), e);
        }
    }

    private static void delete(Path part, IOException cause) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
