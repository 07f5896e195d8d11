package dev.demarc.standalone;

import dev.demarc.standalone.cli.CommandLineProgram;

/** The main class. */
public final class Demarc {

    private Demarc() {}

    /** Ends the JVM with the command's exit code. */
    public static void main(String[] args) {
        System.exit(CommandLineProgram.standard().execute(args));
    }
}
