package dev.demarc.catalog.oscal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Name-based UUIDs of version 5 (RFC 9562), which OSCAL asks for and the JDK does not make: the same parts, the same UUID, in every document. */
final class NameUuid {

    private static final UUID URL_NAMESPACE = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");
    private static final UUID NAMESPACE = of(URL_NAMESPACE, Oscal.NAMESPACE);

    private NameUuid() {}

    /** Parts are told apart, so that {@code a, bc} is not {@code ab, c}. */
    static String of(Object... parts) {
        StringBuilder name = new StringBuilder();
        for (Object part : parts) {
            String text = part.toString();
            name.append(text.length()).append(':').append(text);
        }
        return of(NAMESPACE, name.toString()).toString();
    }

    static UUID of(UUID namespace, String name) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16).putLong(namespace.getMostSignificantBits())
                    .putLong(namespace.getLeastSignificantBits()).flip());
            ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
            long most = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x5000L;
            long least = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
            return new UUID(most, least);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
