package dev.demarc.assessment.web;

import dev.demarc.platform.web.BadInput;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a text must look like, in the bounds of the contracts. */
enum Shape {
    INSTANT("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z",
            "a moment in UTC like 2026-05-04T12:00:00Z"),
    GAP("g-[a-z2-7]{26}", "a gap's id"),
    SLUG("[a-z0-9][a-z0-9-]{0,62}", "lower-case letters, digits and hyphens, at most 63"),
    OWNER("-|[a-z0-9][a-z0-9-]{0,62}", "a team's id like payments, or - for those that nobody owns"),
    PROVIDER("[a-z][a-z0-9-]{0,31}", "a provider like aws"),
    CONTROL("(?=.{1,100}$)[a-z0-9]+(-[a-z0-9]+)*",
            "an id like encryption-at-rest"),
    SUBJECT("[a-z]-[a-z0-9][a-z0-9-]{0,199}", "a subject's id"),
    ACCOUNT(
            "(?!a-[a-z]+-)([0-9]{12}|(?![0-9]+$)[A-Za-z0-9][A-Za-z0-9._-]{0,127})",
            "the cloud's own number of an account, for AWS twelve digits"),
    FRAMEWORK("[a-z0-9][a-z0-9.-]{0,62}", "a framework like pci-dss-4"),
    TYPE(".{1,256}", "a type like AWS::S3::Bucket"),
    NATIVE_ID(".{1,2048}", "an id of 1 to 2,048 characters"),
    RESOURCE_NAME(".{1,1024}", "a name of 1 to 1,024 characters"),
    NAME(".{1,300}", "1 to 300 characters"),
    SHORT(".{1,100}", "1 to 100 characters"),
    CONTACT(".{1,320}", "1 to 320 characters"),
    TAG_KEY(".{1,512}", "1 to 512 characters"),
    TAG_VALUE(".{0,1024}", "at most 1,024 characters"),
    NOTE(".{1,2000}", "1 to 2,000 characters");

    private final Pattern pattern;
    private final String expected;

    Shape(String pattern, String expected) {
        this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
        this.expected = expected;
    }

    /** The text, which must have the shape and be more than blanks. */
    String check(String field, String text) {
        boolean blank = text.isBlank() && this != TAG_VALUE;
        if (blank || !pattern.matcher(text).matches()) {
            throw new BadInput(field, text, expected);
        }
        return text;
    }

    /** What it must be, in words. */
    String expected() {
        return expected;
    }

    /** The same where the text may be absent. */
    @Nullable
    String checkIfPresent(String field, @Nullable String text) {
        return text == null ? null : check(field, text);
    }
}
