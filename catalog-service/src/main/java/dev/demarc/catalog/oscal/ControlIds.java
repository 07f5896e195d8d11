package dev.demarc.catalog.oscal;

import java.util.Locale;
import java.util.regex.Pattern;

/** Requirements as OSCAL tokens: NIST's as in its own catalog ({@code AC-2(1)} is {@code ac-2.1}), others as they are where that is a token. */
final class ControlIds {

    private static final Pattern FIRST = Pattern.compile("^[^\\p{L}_]");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}._-]");

    private ControlIds() {}

    static String token(String framework, String requirement) {
        String id = framework.startsWith("nist-800-53")
                ? requirement.toLowerCase(Locale.ROOT).replace("(", ".").replace(")", "")
                : requirement;
        String token = OTHER.matcher(id).replaceAll("_");
        return FIRST.matcher(token).find() ? "_" + token : token;
    }
}
