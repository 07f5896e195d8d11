package dev.demarc.standalone.demo;

import dev.demarc.standalone.Failure;
import dev.demarc.standalone.client.Api;
import dev.demarc.standalone.installation.DataDirectory;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;

/** Plays the demo on a server that is up, and tells whether every part of it worked. */
public final class Demo implements AutoCloseable {

    /** How the demo's server differs from any other: it may call this machine, and it does not wait long for news. */
    public static final Map<String, String> SETTINGS = Map.of("DEMARC_WEBHOOK_ALLOWED_CIDRS", "127.0.0.1/32",
            "DEMARC_BASELINE_SUMMARY_QUIET", "PT2S", "DEMARC_BASELINE_SUMMARY_LONGEST", "PT10S");

    private final PrintStream out;
    private final ZoneId zone;
    private final String command;
    private final Clock clock = Clock.systemUTC();
    private final Receiver receiver = new Receiver(clock);

    /** The receiver of webhooks listens from now on; {@code command} is how the program is called, for advice. */
    public Demo(PrintStream out, ZoneId zone, String command) {
        this.out = out;
        this.zone = zone;
        this.command = command;
    }

    /** True where every part worked; what did not has been said. */
    public boolean run(Api api, URI url, DataDirectory directory) throws InterruptedException {
        Parts parts = new Parts(out);
        try {
            new Story(api, receiver, parts, clock, out).play();
        } catch (Failure e) {
            parts.check("the shop's story: " + e.getMessage(), false);
        }
        try {
            new Findings(api, receiver, parts, zone, out).print();
        } catch (Failure e) {
            parts.check("showing what was found: " + e.getMessage(), false);
        }
        next(url, directory);
        return parts.conclude();
    }

    private void next(URI url, DataDirectory directory) {
        out.println();
        out.println("The dashboard: " + url + "; log in with the key in " + directory.adminKey());
        out.println();
        out.println("Try next, in another terminal:");
        out.println("  export DEMARC_DATA_DIR=" + directory.path());
        out.println("  " + command + " gaps --team payments");
        out.println("  " + command + " responsibilities " + Shop.BUCKET);
        out.println("  " + command + " matrix");
        out.println("  curl -H \"Authorization: Bearer $(cat " + directory.adminKey() + ")\" " + url
                + "/api/gaps/summary");
        out.println();
    }

    @Override
    public void close() {
        receiver.close();
    }
}
