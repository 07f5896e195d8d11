package dev.demarc.standalone.cli;

import picocli.CommandLine.Option;

/** Which Demarc to talk to, with which key, and how to show what it says. */
class ClientOptions extends ServerAddress {

    @Option(names = "--json", description = "Print JSON, as the API gives it.")
    private boolean json;

    boolean json() {
        return json;
    }
}
