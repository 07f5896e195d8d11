package dev.demarc.assessment.ingest;

import org.jspecify.annotations.Nullable;

/** Why an entry is rejected; its value is already redacted and shortened. */
public final class InvalidField extends Exception {

    private final String field;
    private final @Nullable String value;
    private final @Nullable String expected;
    private final String reason;

    /** The value may be any JSON value; null stands for an absent one. */
    public InvalidField(String field, @Nullable Object value, @Nullable String expected, String reason) {
        super(field + ": " + reason, null, false, false);
        this.field = field;
        this.value = Redaction.shown(field, value);
        this.expected = expected;
        this.reason = reason;
    }

    /** The rejection for the entry at {@code index}. */
    public Rejected at(int index) {
        return new Rejected(index, field, value, expected, reason);
    }
}
