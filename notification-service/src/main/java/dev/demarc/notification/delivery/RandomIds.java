package dev.demarc.notification.delivery;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Ids that nobody can guess. */
public final class RandomIds {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 8;

    private final String worker = "w-" + hex();

    /** A new endpoint's id, {@code e-} and 64 random bits. */
    public String endpoint() {
        return "e-" + hex();
    }

    /** The name of this process's worker, the same as long as it lives. */
    public String worker() {
        return worker;
    }

    private static String hex() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
