package dev.demarc.platform.web;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/** Revisions as entity tags: {@code ETag: "7"} on what is read, {@code If-Match: "7"} on what is edited. */
public final class Revisions {

    private static final Pattern TAG = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

    private Revisions() {}

    /** A revision as a strong entity tag, with its quotes. */
    public static String etag(long revision) {
        return "\"" + revision + "\"";
    }

    /** The revision that the editor has read: {@link MissingPrecondition} without one, {@link BadInput} for another form. */
    public static long ifMatch(HttpHeaders headers) {
        return optionalIfMatch(headers).orElseThrow(MissingPrecondition::new);
    }

    /** Like {@link #ifMatch}, for what can also be created: empty without the header. */
    public static OptionalLong optionalIfMatch(HttpHeaders headers) {
        List<String> given = headers.getOrEmpty(HttpHeaders.IF_MATCH);
        if (given.isEmpty()) {
            return OptionalLong.empty();
        }
        String text = String.join(", ", given);
        Matcher tag = TAG.matcher(text.strip());
        if (!tag.matches()) {
            throw new BadInput(HttpHeaders.IF_MATCH, text, "one revision in quotes, like \"7\"");
        }
        return OptionalLong.of(Long.parseLong(tag.group(1)));
    }

    /** Whether {@code If-None-Match: *} asks to create and never to overwrite. */
    public static boolean createOnly(HttpHeaders headers) {
        return headers.getOrEmpty(HttpHeaders.IF_NONE_MATCH).stream().anyMatch(value -> "*".equals(value.strip()));
    }

    /** {@link StaleRevision} unless the editor has read what is there. */
    public static void check(long given, long current) {
        if (given != current) {
            throw new StaleRevision(given, current);
        }
    }
}
