package dev.demarc.gateway.dashboard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;

/** One file of the dashboard with its compressed variants, in memory. */
record DashboardFile(MediaType type, String hash, Map<Coding, byte[]> variants) {

    private static final Set<String> TEXTS = Set.of("text", "application/json", "application/manifest+json");
    private static final int HASH_LENGTH = 32;

    /** How a variant is compressed, the best first. */
    enum Coding {
        BR("br"),
        GZIP("gz"),
        IDENTITY("");

        private final String ending;

        Coding(String ending) {
            this.ending = ending;
        }

        /** The ending of the variant's file. */
        String ending() {
            return ending;
        }

        /** What stands in Content-Encoding. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** With at least the variant that is not compressed. */
    static DashboardFile of(String name, Map<Coding, byte[]> variants) {
        MediaType type = MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM);
        boolean text = TEXTS.contains(type.getType()) || TEXTS.contains(type.toString());
        byte[] plain = Objects.requireNonNull(variants.get(Coding.IDENTITY));
        return new DashboardFile(text ? new MediaType(type, StandardCharsets.UTF_8) : type, hash(plain),
                new EnumMap<>(variants));
    }

    /** The best variant that a request's Accept-Encoding takes. */
    Coding best(List<String> acceptEncoding) {
        Set<String> accepted = acceptEncoding.stream().flatMap(value -> Arrays.stream(value.split(",")))
                .map(one -> one.strip().toLowerCase(Locale.ROOT)).filter(one -> !one.matches(".*;\\s*q=0(\\.0*)?"))
                .map(one -> one.split(";", 2)[0].strip()).collect(Collectors.toSet());
        for (Coding coding : Coding.values()) {
            if (variants.containsKey(coding) && accepted.contains(coding.word())) {
                return coding;
            }
        }
        return Coding.IDENTITY;
    }

    byte[] bytes(Coding coding) {
        return Objects.requireNonNull(variants.get(coding));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
