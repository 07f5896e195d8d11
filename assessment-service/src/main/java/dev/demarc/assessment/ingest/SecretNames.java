package dev.demarc.assessment.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which names announce a secret: decided by how a name ends, so that passwordLastUsed, kmsKeyId or secretArn stay. */
final class SecretNames {

    /** What a name says about its value. */
    enum Kind {
        PLAIN,
        /** The value is a secret. */
        SECRET,
        /** The value holds environment variables, whose values may be secrets. */
        ENVIRONMENT
    }

    private record Word(String letters, boolean whole, Kind kind) {

        boolean matches(String name) {
            int before = name.length() - letters.length();
            return (whole ? before == 0 : before >= 0)
                    && name.regionMatches(true, before, letters, 0, letters.length());
        }
    }

    private static final List<String> ENVIRONMENTS = List.of("environment", "environmentvariables",
            "runtimeenvironmentvariables", "envvars");
    private static final List<String> WHOLE = List.of("pwd", "psk", "userdata", "customergatewayconfiguration",
            "secretstring", "secretbinary", "secrettext", "basicauthcredentials");
    private static final List<String> ENDINGS = List.of("password", "passwords", "passwd", "passphrase", "secret",
            "token",
            "secretkey", "secretaccesskey", "privatekey", "privatekeypem", "presharedkey", "presharedkeys", "sharedkey",
            "apikey", "accountkey", "signingkey", "connectionstring");
    /** Tokens that only tell requests apart, page through lists or name who pays. */
    private static final Set<String> HARMLESS = Set.of("clienttoken", "clientrequesttoken", "requesttoken",
            "idempotencytoken", "creationtoken", "nexttoken", "nextforwardtoken", "paginationtoken",
            "continuationtoken",
            "payertoken");
    /** The words by their last two letters, which rule nearly every name out at once. */
    private static final Word[][] BY_ENDING = new Word[32 * 32][];

    static {
        Map<Integer, List<Word>> words = Stream
                .of(words(ENVIRONMENTS, true, Kind.ENVIRONMENT), words(WHOLE, true, Kind.SECRET),
                        words(ENDINGS, false, Kind.SECRET))
                .flatMap(all -> all).collect(Collectors.groupingBy(w -> lastTwo(w.letters)));
        for (int i = 0; i < BY_ENDING.length; i++) {
            BY_ENDING[i] = words.getOrDefault(i, List.of()).toArray(Word[]::new);
        }
    }

    private SecretNames() {}

    /** Case, dashes, dots and underscores do not matter. */
    static Kind kind(String name) {
        if (name.length() < 3 || name.length() > 200) {
            return Kind.PLAIN;
        }
        Word[] words = BY_ENDING[lastTwo(name)];
        return words.length == 0 ? Kind.PLAIN : among(words, letters(name));
    }

    private static Kind among(Word[] words, String name) {
        for (Word word : words) {
            if (word.matches(name)) {
                return word.kind == Kind.SECRET && HARMLESS.contains(name.toLowerCase(Locale.ROOT))
                        ? Kind.PLAIN
                        : word.kind;
            }
        }
        return Kind.PLAIN;
    }

    private static Stream<Word> words(List<String> words, boolean whole, Kind kind) {
        return words.stream().map(letters -> new Word(letters, whole, kind));
    }

    private static int lastTwo(String name) {
        int length = name.length();
        return (name.charAt(length - 2) & 31) * 32 + (name.charAt(length - 1) & 31);
    }

    private static String letters(String name) {
        return name.indexOf('_') < 0 && name.indexOf('-') < 0 && name.indexOf('.') < 0
                ? name
                : name.replace("_", "").replace("-", "").replace(".", "");
    }
}
