package dev.demarc.platform.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * An RFC 9457 problem: what went wrong, in which field, with which value, and what was expected instead.
 *
 * @param value as it may be shown: shortened, and never a secret
 * @param instance names this one failure in the log; only on those that are ours
 * @param errors each thing that is wrong, where a body has several
 * @param retryAfter goes out as the {@code Retry-After} header, never in the body
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, @Nullable String field,
        @Nullable String value, @Nullable String expected, @Nullable String instance,
        @Nullable List<ProblemError> errors, @JsonIgnore @Nullable Duration retryAfter) {

    /** A problem that its status names well enough. */
    public static Problem of(HttpStatus status, String detail) {
        return new Problem("about:blank", status.getReasonPhrase(), status.value(), detail, null, null, null, null,
                null, null);
    }

    /** The same for one field; the value is shortened, and left out where it may be a secret. */
    public Problem at(@Nullable String name, @Nullable Object given, @Nullable String wanted) {
        return new Problem(type, title, status, detail, name, ShownValue.of(name, given), wanted, instance, errors,
                retryAfter);
    }

    /** The same with a time after which it makes sense to try again. */
    public Problem retryAfter(Duration time) {
        return new Problem(type, title, status, detail, field, value, expected, instance, errors, time);
    }

    /** The same with the URI under which the log holds the cause. */
    public Problem instance(String uri) {
        return new Problem(type, title, status, detail, field, value, expected, uri, errors, retryAfter);
    }

    /** The same with each thing that is wrong in the body. */
    public Problem errors(List<ProblemError> all) {
        return new Problem(type, title, status, detail, field, value, expected, instance, List.copyOf(all), retryAfter);
    }
}
