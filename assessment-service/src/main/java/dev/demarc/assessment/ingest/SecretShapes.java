package dev.demarc.assessment.ingest;

import java.util.List;
import java.util.regex.Pattern;

/** Which texts are or hold a secret, whatever their name: keys, tokens, passwords in URLs and assignments. */
final class SecretShapes {

    private static final int AWS_SECRET_LENGTH = 40;
    private static final int SHORTEST_TOKEN = 30;
    private static final int LONGEST_USER_INFO = 1_024;
    /** Ways in which tokens of well-known services begin, or the addresses that are themselves secret. */
    private static final List<String> TOKENS = List.of("ghp_", "gho_", "ghs_", "github_pat_", "glpat-", "xoxb-",
            "xoxp-",
            "xoxa-", "xapp-", "sk_live_", "hooks.slack.com/services/", "eyJhbGciOi");
    /** An assigned password; a reference to one ($PASSWORD, {{resolve:…}}, an ARN, stars) is not a secret. */
    private static final Pattern ASSIGNED = Pattern.compile(
            "(?i)(?:passw(?:or)?d|pwd|secret|secret_?(?:access_?)?key|api_?key|auth_?token|account_?key|shared_?access_?key)"
                    + "[\"']?\\s{0,3}[=:]\\s{0,3}[\"']?(?!arn:|[\\s$<{%*\"',;&\\[]|null|true|false|-1)[^\\s;&\"',]");

    private SecretShapes() {}

    /** Cheap look-ups first: of ordinary texts none reaches a pattern. Linear in the length of the text. */
    static boolean matches(String text) {
        int length = text.length();
        if (length < 6 || text.startsWith("arn:")) {
            return false;
        }
        if (length == AWS_SECRET_LENGTH && awsSecret(text)) {
            return true;
        }
        if (holdsPasswordInUrl(text) || assigns(text)) {
            return true;
        }
        if (length < SHORTEST_TOKEN) {
            return false;
        }
        if (text.contains("PRIVATE KEY-----")) {
            return true;
        }
        for (String token : TOKENS) {
            if (text.contains(token)) {
                return true;
            }
        }
        return false;
    }

    private static boolean assigns(String text) {
        int equals = text.indexOf('=');
        boolean assigned = equals > 2 && equals < text.length() - 2;
        boolean named = text.indexOf(':') > 2
                && (text.contains("ecret") || text.contains("assw") || text.contains("ASSW")
                        || text.contains("ECRET"));
        return (assigned || named) && ASSIGNED.matcher(text).find();
    }

    /** Forty characters of base64 with both cases and digits; hashes in hexadecimal have only one case. */
    private static boolean awsSecret(String text) {
        boolean upper = false;
        boolean lower = false;
        boolean digit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                upper = true;
            } else if (c >= 'a' && c <= 'z') {
                lower = true;
            } else if (c >= '0' && c <= '9') {
                digit = true;
            } else if (c != '/' && c != '+') {
                return false;
            }
        }
        return upper && lower && digit;
    }

    private static boolean holdsPasswordInUrl(String text) {
        for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
            int colon = -1;
            int end = Math.min(text.length(), at + 3 + LONGEST_USER_INFO);
            for (int i = at + 3; i < end; i++) {
                char c = text.charAt(i);
                if (c == '/' || c == '"' || c == '\'' || c <= ' ') {
                    break;
                }
                if (c == ':' && colon < 0) {
                    colon = i;
                }
                if (c == '@' && colon >= 0 && i > colon + 1) {
                    return true;
                }
            }
        }
        return false;
    }
}
