package dev.demarc.assessment.ingest.aws;

import dev.demarc.assessment.ingest.InvalidField;
import dev.demarc.assessment.ingest.JsonTree;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Times as AWS and its tools write them, to the millisecond. */
final class Times {

    /** A change from further in the future than this would keep later ones out. */
    static final Duration CLOCK_SKEW = Duration.ofMinutes(10);

    private static final String EXPECTED = "an ISO-8601 time with its offset, or seconds since 1970";
    private static final double MILLIS_BEGIN = 1e11;
    private static final Duration LARGEST_OFFSET = Duration.ofHours(14);
    private static final long LATEST = Instant.parse("9999-12-31T23:59:59Z").toEpochMilli();
    /** {@code 2014-03-07T23:47:08.918Z}, {@code 2017-06-14T01:39:07.454000-04:00}, {@code 2014-02-27 21:43:53+0000}. */
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE).appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX]").toFormatter(Locale.ROOT);

    private Times() {}

    /** When the item was captured: required, not before 1970 and at most ten minutes after it was received. */
    static Instant captured(Map<String, @Nullable Object> item, long stateId, Instant receivedAt) throws InvalidField {
        Object value = item.get("configurationItemCaptureTime");
        Instant time = value instanceof Map ? recorded(JsonTree.object(value), stateId) : of(value);
        if (time == null) {
            throw new InvalidField("configurationItemCaptureTime", value, EXPECTED,
                    value == null ? "is missing" : "is not a time");
        }
        if (time.isAfter(receivedAt.plus(CLOCK_SKEW))) {
            throw new InvalidField("configurationItemCaptureTime", value,
                    "at most " + CLOCK_SKEW.toMinutes() + " minutes after " + receivedAt, "lies in the future");
        }
        return time;
    }

    /** A time that may be missing or unreadable, then null: nothing is ordered by it. */
    static @Nullable Instant of(@Nullable Object value) {
        return switch (value) {
            case String text -> text(text);
            case Long number -> epoch(number);
            case Double number -> epoch(number);
            case null, default -> null;
        };
    }

    private static @Nullable Instant text(String text) {
        try {
            if (text.length() == 24 && text.charAt(23) == 'Z') {
                Instant quick = millis(text);
                if (quick != null) {
                    return quick;
                }
            }
            if (!text.isEmpty() && text.length() <= 20 && text.indexOf('-') < 0) {
                return epoch(Double.parseDouble(text));
            }
            return text.length() > 40 ? null : within(ISO.parse(text, Instant::from).toEpochMilli());
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    /** The usual {@code 2014-03-07T23:47:08.918Z}, ten times as fast as a formatter; null for anything else. */
    private static @Nullable Instant millis(String text) {
        if (text.charAt(4) != '-' || text.charAt(7) != '-' || text.charAt(10) != 'T' || text.charAt(13) != ':'
                || text.charAt(16) != ':' || text.charAt(19) != '.') {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        int milli = digits(text, 20, 23);
        if (year < 0 || month < 0 || day < 0 || hour < 0 || hour > 23 || minute < 0
                || minute > 59
                || second < 0 || second > 59 || milli < 0) {
            return null;
        }
        long seconds = LocalDate.of(year, month, day).toEpochDay() * 86_400 + hour * 3_600L + minute * 60L + second;
        return within(seconds * 1_000 + milli);
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static @Nullable Instant epoch(double number) {
        return Double.isNaN(number) ? null : within(Math.round(number < MILLIS_BEGIN ? number * 1_000 : number));
    }

    private static @Nullable Instant within(long millis) {
        return millis < 0 || millis > LATEST ? null : Instant.ofEpochMilli(millis);
    }

    /**
     * A date and time without its zone, as test recorders write it ({@code __class__: datetime}). AWS numbers states by their
     * capture time in milliseconds, so a state id that differs by no more than a time zone does is the better time.
     */
    private static @Nullable Instant recorded(@Nullable Map<String, @Nullable Object> parts, long stateId) {
        if (parts == null || !"datetime".equals(parts.get("__class__"))) {
            return null;
        }
        try {
            Instant local = LocalDateTime.of(part(parts, "year"), part(parts, "month"), part(parts, "day"),
                    part(parts, "hour"), part(parts, "minute"), part(parts, "second"),
                    part(parts, "microsecond") * 1_000)
                    .toInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
            Instant numbered = within(stateId);
            boolean sameMoment = numbered != null
                    && Duration.between(local, numbered).abs().compareTo(LARGEST_OFFSET) <= 0;
            return sameMoment ? numbered : within(local.toEpochMilli());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int part(Map<String, @Nullable Object> parts, String name) {
        Object value = parts.get(name);
        return value == null
                ? 0
                : value instanceof Long number && number >= 0 && number < 1_000_000 ? number.intValue() : -1;
    }
}
