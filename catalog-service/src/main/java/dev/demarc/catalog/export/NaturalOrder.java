package dev.demarc.catalog.export;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders ids as people do: {@code S3.2} before {@code S3.10}. */
final class NaturalOrder {

    static final Comparator<String> IDS = NaturalOrder::compare;
    private static final Pattern PART = Pattern.compile("\\d+|\\D+");

    private NaturalOrder() {}

    private static int compare(String a, String b) {
        Matcher left = PART.matcher(a);
        Matcher right = PART.matcher(b);
        while (left.find()) {
            if (!right.find()) {
                return 1;
            }
            int order = parts(left.group(), right.group());
            if (order != 0) {
                return order;
            }
        }
        return right.find() ? -1 : a.compareTo(b);
    }

    private static int parts(String a, String b) {
        return Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0))
                ? new BigInteger(a).compareTo(new BigInteger(b))
                : a.compareTo(b);
    }
}
