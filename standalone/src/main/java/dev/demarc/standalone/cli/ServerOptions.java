package dev.demarc.standalone.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What commands that start a server have in common. */
class ServerOptions {

    @Option(names = "--port", paramLabel = "PORT", description = "The gateway's port, 0 for any free one; DEMARC_PORT, or 8080, where absent.")
    private @Nullable Integer port;

    @Option(names = {"-v", "--verbose"}, description = "Show the log on the terminal too.")
    private boolean verbose;

    @Nullable
    Integer port() {
        return port;
    }

    boolean verbose() {
        return verbose;
    }
}
