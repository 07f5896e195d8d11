package dev.demarc.notification.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The id of a delivery, which is also its {@code webhook-id}: the same for every retry, replay and redelivered batch. */
public final class MessageId {

    private static final int BYTES = 16;

    private MessageId() {}

    /** The id for one message, named by {@code subject}, to one endpoint: {@code msg_} and 128 bits of a SHA-256. */
    public static String of(String endpoint, String subject) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((endpoint + "|" + subject).getBytes(StandardCharsets.UTF_8));
            return "msg_" + HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
