package dev.demarc.notification.model;

/** What somebody gave can't be used: the field, its value and what was expected. */
public final class Invalid extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String value;
    private final String expected;

    /** A refusal without a deeper cause. */
    public Invalid(String field, String value, String expected) {
        super(field + " is '" + value + "', expected " + expected);
        this.field = field;
        this.value = value;
        this.expected = expected;
    }

    /** A refusal that another exception led to. */
    public Invalid(String field, String value, String expected, Throwable cause) {
        this(field, value, expected);
        initCause(cause);
    }

    /** The field's name as the caller wrote it. */
    public String field() {
        return field;
    }

    /** The value as it was given. */
    public String value() {
        return value;
    }

    /** What would have been right. */
    public String expected() {
        return expected;
    }
}
