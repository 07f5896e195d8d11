package dev.demarc.standalone.cli;

import java.io.PrintStream;
import tools.jackson.databind.JsonNode;

/** What is wrong in a document, a line each, {@code file:line: cause (path)}. */
final class BodyErrors {

    private BodyErrors() {}

    static void print(String file, Iterable<JsonNode> errors, PrintStream err) {
        errors.forEach(error -> {
            String path = error.path("path").asString("");
            err.println(file + ":" + error.path("line").asString("1") + ": " + error.path("problem").asString("")
                    + (path.isEmpty() ? "" : " (" + path + ")"));
        });
    }
}
