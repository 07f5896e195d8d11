package dev.demarc.assessment.ingest.aws;

import dev.demarc.assessment.ingest.InvalidField;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Regions and the partitions that they lie in. */
final class Regions {

    private static final int LONGEST = 40;
    private static final Pattern IN_ZONE = Pattern.compile("[a-z]{2,8}(?:-[a-z]{2,20}){1,3}-[0-9]{1,2}");
    private static final Set<String> NOWHERE = Set.of("global", "Not Applicable", "aws-global", "Multiple Regions");

    private Regions() {}

    /** {@code us-east-1}, {@code us-gov-west-1}, {@code eusc-de-east-1} and the like, also ones not yet there. */
    static boolean valid(String region) {
        int length = region.length();
        if (length < 8 || length > LONGEST || !digit(region.charAt(length - 1)) || !letter(region.charAt(0))) {
            return false;
        }
        int dashes = 0;
        for (int i = 0; i < length; i++) {
            char c = region.charAt(i);
            dashes += c == '-' ? 1 : 0;
            if (c != '-' && !letter(c) && !digit(c)) {
                return false;
            }
        }
        return dashes >= 2;
    }

    private static boolean letter(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The partition: the ARN knows it best, else the region tells it. */
    static String partition(@Nullable Arn arn, @Nullable String region) {
        if (arn != null) {
            return arn.partition();
        }
        return switch (region) {
            case null -> "aws";
            case String r when r.startsWith("cn-") -> "aws-cn";
            case String r when r.startsWith("us-gov-") -> "aws-us-gov";
            case String r when r.startsWith("us-iso-") -> "aws-iso";
            case String r when r.startsWith("us-isob-") -> "aws-iso-b";
            case String r when r.startsWith("eusc-") -> "aws-eusc";
            default -> "aws";
        };
    }

    /** The item's region, else its ARN's, its zone's or the wrapper's; null where none of them names one. */
    static @Nullable String of(Map<String, @Nullable Object> item, @Nullable Arn arn, Envelope envelope)
            throws InvalidField {
        String region = Fields.text(item, LONGEST, "awsRegion");
        if (region != null && !NOWHERE.contains(region)) {
            if (valid(region)) {
                return region;
            }
            throw new InvalidField("awsRegion", region, "a region such as eu-central-1, or global",
                    "is not an AWS region");
        }
        if (arn != null && !arn.region().isEmpty()) {
            return arn.region();
        }
        String zone = Fields.text(item, 100, "availabilityZone", "availibilityZone");
        Matcher inZone = zone == null ? null : IN_ZONE.matcher(zone);
        if (inZone != null && inZone.lookingAt()) {
            return inZone.group();
        }
        return envelope.region() != null && valid(envelope.region()) ? envelope.region() : null;
    }
}
