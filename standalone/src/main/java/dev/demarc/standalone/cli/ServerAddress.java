package dev.demarc.standalone.cli;

import dev.demarc.standalone.Failure;
import dev.demarc.standalone.client.Api;
import dev.demarc.standalone.installation.Status;
import dev.demarc.standalone.installation.StatusFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which Demarc to talk to, and with which key. */
class ServerAddress {

    @Option(names = "--url", paramLabel = "URL", description = "Which Demarc; DEMARC_URL, or the one on the data directory, where absent.")
    private @Nullable URI url;

    @Option(names = "--key-file", paramLabel = "FILE", description = "The file with the API key; DEMARC_API_KEY, or the data directory's admin.key, where absent.")
    private @Nullable Path keyFile;

    Api api(Session session) {
        return new Api(address(session), key(session));
    }

    private URI address(Session session) {
        URI given = url;
        if (given == null) {
            String variable = session.variable("DEMARC_URL");
            given = variable == null ? local(session) : URI.create(variable);
        }
        if (given.getHost() == null || !("http".equals(given.getScheme()) || "https".equals(given.getScheme()))) {
            throw new Failure("'" + given + "' is no address of a Demarc; expected one such as http://127.0.0.1:8080.");
        }
        return given;
    }

    private static URI local(Session session) {
        String port = session.variable("DEMARC_PORT");
        return StatusFile.running(session.directory()).map(Status::url)
                .orElseGet(() -> URI.create("http://127.0.0.1:" + (port == null ? "8080" : port)));
    }

    private String key(Session session) {
        Path file = keyFile;
        if (file == null) {
            String variable = session.variable("DEMARC_API_KEY");
            if (variable != null) {
                return variable;
            }
            file = session.directory().adminKey();
        }
        try {
            return Files.readString(file).strip();
        } catch (NoSuchFileException e) {
            throw new Failure("There is no API key in " + file + ". Start Demarc with 'demarc up', or give a key with "
                    + "--key-file or DEMARC_API_KEY.", e);
        } catch (IOException e) {
            throw new Failure("The key file " + file + " can't be read: " + e.getMessage(), e);
        }
    }
}
