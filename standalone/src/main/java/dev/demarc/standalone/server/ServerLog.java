package dev.demarc.standalone.server;

import dev.demarc.standalone.installation.DataDirectory;

/** Sends every log line into the data directory's log, and with {@code verbose} to the terminal too. */
public final class ServerLog {

    private ServerLog() {}

    /** Call it before the first class that logs is loaded; Spring Boot's own set-up, once for each context, is left out. */
    public static void configure(DataDirectory directory, boolean verbose) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty("logback.configurationFile", "dev/demarc/standalone/logback-server.xml");
        System.setProperty("demarc.log.file", directory.log().toString());
        System.setProperty("demarc.log.console", verbose ? "INFO" : "OFF");
    }
}
