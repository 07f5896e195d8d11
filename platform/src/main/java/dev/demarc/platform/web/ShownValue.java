package dev.demarc.platform.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a value that somebody sent is shown back and logged: at most 80 characters, on one line, and never a secret. */
public final class ShownValue {

    /** What stands in place of a value that may be a secret. */
    public static final String HIDDEN = "(not shown)";

    private static final int LONGEST = 80;
    private static final Pattern SECRET_FIELD = Pattern.compile(
            "passw|passphrase|secret|token|credential|authorization|private|signature|pepper|cookie|api-?_?key",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SECRET_VALUE = Pattern.compile(
            "-----BEGIN|dmk_|whsec_|(AKIA|ASIA)[A-Z0-9]{12}|eyJ[A-Za-z0-9_-]{8,}\\.|gh[pousr]_|xox[abpr]-|://[^/\\s]*:[^/\\s]*@"
                    + "|Bearer\\s");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}|[\\u2028\\u2029\\u202A-\\u202E]");

    private ShownValue() {}

    /** The value as it may be shown; null stays null. */
    public static @Nullable String of(@Nullable String field, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        String text = value.toString();
        if ((field != null && SECRET_FIELD.matcher(field).find()) || SECRET_VALUE.matcher(text).find()) {
            return HIDDEN;
        }
        return shortened(text);
    }

    /** Text on one line, cut after 80 characters. */
    public static String shortened(String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, end(text)) + "…";
        return CONTROL.matcher(cut).replaceAll("�");
    }

    private static int end(String text) {
        return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }
}
