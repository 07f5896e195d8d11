package dev.demarc.gateway;

import dev.demarc.gateway.door.LiveStreams;
import dev.demarc.gateway.sessions.Sessions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The gateway's settings; the defaults and their environment variables stand in {@code gateway.yml}.
 *
 * @param keyPepperFile the secret with which keys are hashed
 * @param internalTokenPrivateKeyFile with which the internal token is signed
 * @param bootstrapAdminKeyFile where the first admin key is written to or read from; empty for none
 * @param keyCache how long the store is believed about a key or a session; at most 10 s
 * @param trustedProxies a regular expression for the addresses whose X-Forwarded-* is believed; empty for none
 */
@ConfigurationProperties("demarc.gateway")
public record GatewayProperties(Services services, Path keyPepperFile, Path internalTokenPrivateKeyFile,
        Path bootstrapAdminKeyFile, Duration keyCache, String trustedProxies, Rate ingestRate, Rate rate,
        Rate failedLogins, Duration ingestTimeout, Duration timeout, Duration healthTimeout, Sessions.Bounds sessions,
        LiveStreams.Bounds streams) {

    private static final Duration LONGEST_CACHE = Duration.ofSeconds(10);
    private static final Duration LONGEST_CHECK = Duration.ofSeconds(20);

    /** Refuses what would leave a door open or shut. */
    public GatewayProperties {
        required(keyPepperFile, "key-pepper-file", "DEMARC_KEY_PEPPER_FILE");
        required(internalTokenPrivateKeyFile, "internal-token-private-key-file",
                "DEMARC_INTERNAL_TOKEN_PRIVATE_KEY_FILE");
        if (keyCache.isNegative() || keyCache.compareTo(LONGEST_CACHE) > 0) {
            throw new IllegalArgumentException("demarc.gateway.key-cache is " + keyCache + "; expected 0 to "
                    + LONGEST_CACHE.toSeconds() + " s, since a revoked key works for that long");
        }
        atLeastOne(sessions.most(), "sessions.most");
        positive(sessions.lasts(), "sessions.lasts");
        atLeastOne(streams.most(), "streams.most");
        positive(streams.check(), "streams.check");
        if (streams.check().compareTo(LONGEST_CHECK) > 0) {
            throw new IllegalArgumentException("demarc.gateway.streams.check is " + streams.check()
                    + "; expected at most "
                    + LONGEST_CHECK.toSeconds() + " s, since the stream of a revoked key goes on for that long");
        }
    }

    /** The file of the first admin key, if one is wanted. */
    public @Nullable Path adminKeyFile() {
        return bootstrapAdminKeyFile.toString().isBlank() ? null : bootstrapAdminKeyFile;
    }

    /** The addresses of trusted proxies, if there are any. */
    public @Nullable Pattern proxies() {
        return trustedProxies.isBlank() ? null : Pattern.compile(trustedProxies);
    }

    private static void required(Path file, String name, String variable) {
        if (file.toString().isBlank()) {
            throw new IllegalArgumentException("demarc.gateway." + name + " is missing; set " + variable);
        }
    }

    private static void atLeastOne(int number, String name) {
        if (number < 1) {
            throw new IllegalArgumentException("demarc.gateway." + name + " is " + number + "; expected at least 1");
        }
    }

    private static void positive(Duration time, String name) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("demarc.gateway." + name + " is " + time + "; expected more than zero");
        }
    }

    /** Where the services are. */
    public record Services(URI catalog, URI assessment, URI notification) {}

    /**
     * So many in a period, and so many at once.
     *
     * @param burst how many may come at once after a pause
     * @param tokens how many come back in each period
     */
    public record Rate(long burst, long tokens, Duration period) {

        /** Refuses what would let nothing through. */
        public Rate {
            if (burst < 1 || tokens < 1 || period.isNegative() || period.isZero()) {
                throw new IllegalArgumentException("a rate needs a burst, tokens and a period above zero, not "
                        + burst + ", " + tokens + ", " + period);
            }
        }
    }
}
