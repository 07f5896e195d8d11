package dev.demarc.standalone.cli;

import dev.demarc.standalone.Failure;
import dev.demarc.standalone.installation.DataDirectory;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a person needs to know when everything is up. */
final class Welcome {

    private Welcome() {}

    static void print(Session session, URI url, DataDirectory directory, boolean firstRun) {
        PrintStream out = session.out();
        Path key = directory.adminKey();
        out.println();
        out.println("  Dashboard  " + url + "   (log in with the key)");
        out.println("  Admin key  " + (firstRun ? text(key) + "   (also in " + key + ")" : "in " + key));
        out.println("  Data       " + directory.path());
        out.println("  Log        " + directory.log());
        out.println();
        out.println("Try next:");
        out.println("  " + session.command() + " ingest FILE…        send AWS Config items");
        out.println("  " + session.command() + " gaps                see what is left to do, and whose it is");
        out.println("  " + session.command() + " matrix              see who does what");
        out.println("  curl -H \"Authorization: Bearer $(cat " + key + ")\" " + url + "/api/gaps");
        out.println();
    }

    private static String text(Path key) {
        try {
            return Files.readString(key).strip();
        } catch (IOException e) {
            throw new Failure("The admin key in " + key + " can't be read: " + e.getMessage(), e);
        }
    }
}
