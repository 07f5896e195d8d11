package dev.demarc.platform.events;

/** The headers, UTF-8 text, that a dead letter has over those of the record that it was. */
public final class DeadLetterHeaders {

    /** All of them begin with this. */
    public static final String PREFIX = "demarc_";
    /** Why it was not processed, for people. */
    public static final String REASON = "demarc_reason";
    /** Which header or path of the value is wrong. */
    public static final String FIELD = "demarc_field";
    /** The exception at the root. */
    public static final String CAUSE = "demarc_cause";
    /** The topic that it came from. */
    public static final String TOPIC = "demarc_topic";
    /** The partition that it came from. */
    public static final String PARTITION = "demarc_partition";
    /** Its offset there. */
    public static final String OFFSET = "demarc_offset";
    /** Its time there, ISO-8601. */
    public static final String TIMESTAMP = "demarc_timestamp";
    /** When it was given up, ISO-8601. */
    public static final String FAILED_AT = "demarc_failed-at";

    private DeadLetterHeaders() {}
}
