package dev.demarc.gateway.keys.model;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The text of an API key, {@code dmk_<id>_<secret><checksum>}. The beginning lets scanners find leaked ones, the
 * checksum (CRC-32 of all before it, in base 62) tells a mistyped or cut one from a wrong one without a look-up.
 *
 * @param id 10 characters, public
 * @param text the whole, secret
 */
public record KeyText(String id, String text) {

    private static final String START = "dmk_";
    private static final String ID_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int ID_LENGTH = 10;
    private static final int SECRET_LENGTH = 40;
    private static final int CHECKSUM_LENGTH = 6;
    private static final Pattern FORM = Pattern.compile(START + "([a-z2-7]{" + ID_LENGTH + "})_([0-9A-Za-z]{"
            + (SECRET_LENGTH + CHECKSUM_LENGTH) + "})");

    /** What became of reading a text. */
    public sealed interface Reading permits Read, Refused {}

    /** It has the form and the checksum of a key. */
    public record Read(KeyText key) implements Reading {}

    /** It can't be a key, and why; nothing was looked up for that. */
    public record Refused(String why) implements Reading {}

    /** A new key: 238 bits of secret; the generator must be a cryptographic one. */
    public static KeyText random(RandomGenerator random) {
        String id = letters(random, ID_ALPHABET, ID_LENGTH);
        String body = START + id + "_" + letters(random, ALPHABET, SECRET_LENGTH);
        return new KeyText(id, body + checksum(body));
    }

    /** Reads what a caller sent. */
    public static Reading read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return new Refused("this is not the form of a Demarc key, which begins with " + START);
        }
        String body = text.substring(0, text.length() - CHECKSUM_LENGTH);
        return text.endsWith(checksum(body))
                ? new Read(new KeyText(form.group(1), text))
                : new Refused("the key is mistyped or cut: its checksum is wrong");
    }

    /** How the key begins, for people to recognise it. */
    public String prefix() {
        return START + id;
    }

    @Override
    public String toString() {
        return prefix() + "_…";
    }

    private static String checksum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        StringBuilder text = new StringBuilder();
        long rest = crc.getValue();
        for (int i = 0; i < CHECKSUM_LENGTH; i++) {
            text.insert(0, ALPHABET.charAt((int) (rest % ALPHABET.length())));
            rest /= ALPHABET.length();
        }
        return text.toString();
    }

    private static String letters(RandomGenerator random, String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
