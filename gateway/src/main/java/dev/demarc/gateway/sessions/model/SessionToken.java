package dev.demarc.gateway.sessions.model;

import dev.demarc.gateway.keys.model.Pepper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text that a session's cookie holds: 256 random bits, and a mark (a keyed hash of them) by which a made-up one is
 * told from a real one without a look-up. Everything else of a session is derived from it.
 *
 * @param text the whole, secret
 * @param id what is stored instead, in hexadecimal
 * @param csrfToken what the session's page shows that it could read
 */
public record SessionToken(String text, String id, String csrfToken) {

    private static final int BYTES = 32;
    private static final int MARK_LENGTH = 32;
    private static final Pattern FORM = Pattern.compile("([\\w-]{43})\\.([0-9a-f]{" + MARK_LENGTH + "})");

    /** A new one; the generator must be a cryptographic one. */
    public static SessionToken random(RandomGenerator random, Pepper pepper) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return of(secret + "." + mark(secret, pepper), pepper);
    }

    /** Reads what a browser sent; empty where no gateway with this pepper can have made it. */
    public static Optional<SessionToken> read(String text, Pepper pepper) {
        Matcher form = FORM.matcher(text);
        return form.matches() && same(form.group(2), mark(form.group(1), pepper))
                ? Optional.of(of(text, pepper))
                : Optional.empty();
    }

    private static SessionToken of(String text, Pepper pepper) {
        return new SessionToken(text, pepper.seal("session", text), pepper.seal("csrf", text));
    }

    private static String mark(String secret, Pepper pepper) {
        return pepper.seal("mark", secret).substring(0, MARK_LENGTH);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.US_ASCII),
                other.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "SessionToken[…]";
    }
}
