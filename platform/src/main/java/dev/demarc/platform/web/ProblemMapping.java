package dev.demarc.platform.web;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import tools.jackson.core.JacksonException;

/** Which problem an exception is; none for one that nobody foresaw. */
final class ProblemMapping {

    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final int CAUSES = 20;

    private final Predicate<Throwable> away;
    private final long bodyLimit;

    ProblemMapping(Predicate<Throwable> away, long bodyLimit) {
        this.away = away;
        this.bodyLimit = bodyLimit;
    }

    @Nullable
    Problem problem(Throwable error) {
        ProblemException foreseen = cause(error, ProblemException.class);
        if (foreseen != null) {
            return foreseen.problem();
        }
        if (cause(error, DataBufferLimitException.class) != null) {
            return new BodyTooLarge(bodyLimit).problem();
        }
        if (error instanceof AccessDeniedException) {
            return new Forbidden("your roles do not allow this").problem();
        }
        if (error instanceof ResponseStatusException status) {
            return status(status);
        }
        return away.test(error) ? ServiceAway.problem("something that is needed for this", AGAIN) : null;
    }

    private static @Nullable Problem status(ResponseStatusException error) {
        return switch (error) {
            case WebExchangeBindException invalid -> fields(invalid);
            case HandlerMethodValidationException invalid ->
                invalid.isForReturnValue() ? null : parameters(invalid);
            case MissingRequestValueException missing -> new BadInput(missing.getName(), null,
                    UnreadableJson.Expected.of(missing.getType())).problem();
            case ServerWebInputException input -> input(input);
            case MethodNotAllowedException method -> Problem.of(HttpStatus.METHOD_NOT_ALLOWED,
                    ShownValue.shortened(method.getHttpMethod()) + " is not possible here; "
                            + "possible: " + words(method.getSupportedMethods().stream()));
            case UnsupportedMediaTypeStatusException media -> Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "this body is not read here: " + ShownValue.shortened(String.valueOf(media.getContentType()))
                            + "; expected " + words(media.getSupportedMediaTypes().stream()));
            case NotAcceptableStatusException media -> Problem.of(HttpStatus.NOT_ACCEPTABLE,
                    "there is only " + words(media.getSupportedMediaTypes().stream()));
            default -> other(error);
        };
    }

    private static @Nullable Problem other(ResponseStatusException error) {
        HttpStatus status = HttpStatus.resolve(error.getStatusCode().value());
        if (status == null || status == HttpStatus.INTERNAL_SERVER_ERROR) {
            return null;
        }
        return switch (status) {
            case NOT_FOUND -> Problem.of(status, "there is nothing under this address");
            case CONTENT_TOO_LARGE -> Problem.of(status, "the body is too large");
            case SERVICE_UNAVAILABLE, BAD_GATEWAY -> ServiceAway.problem("a service that is needed for this", AGAIN);
            case GATEWAY_TIMEOUT -> Problem.of(status, "the service behind did not answer in time").retryAfter(AGAIN);
            default -> status.is5xxServerError()
                    ? null
                    : Problem.of(status, told(error, status));
        };
    }

    private static String told(ResponseStatusException error, HttpStatus status) {
        String reason = error.getReason();
        return reason == null ? status.getReasonPhrase() : ShownValue.shortened(reason);
    }

    private static Problem input(ServerWebInputException error) {
        JacksonException json = cause(error, JacksonException.class);
        if (json != null) {
            return new UnreadableJson(json).problem();
        }
        String name = error.getMethodParameter() == null ? null : error.getMethodParameter().getParameterName();
        TypeMismatchException mismatch = cause(error, TypeMismatchException.class);
        if (mismatch != null && name != null) {
            return new BadInput(name, mismatch.getValue(), UnreadableJson.Expected.of(mismatch.getRequiredType()))
                    .problem();
        }
        return bad(name, null, null,
                ofBody(error) ? "the body is missing or can't be read" : "the request can't be read");
    }

    private static boolean ofBody(ServerWebInputException error) {
        return error.getMethodParameter() != null
                && error.getMethodParameter().hasParameterAnnotation(RequestBody.class);
    }

    private static Problem fields(WebExchangeBindException invalid) {
        List<FieldError> errors = invalid.getFieldErrors().stream()
                .sorted(Comparator.comparing(FieldError::getField)).toList();
        if (errors.isEmpty()) {
            return bad(null, null, null, invalid.getGlobalErrors().stream()
                    .map(error -> String.valueOf(error.getDefaultMessage())).collect(Collectors.joining("; ")));
        }
        FieldError first = errors.getFirst();
        return bad(first.getField(), first.getRejectedValue(), first.getDefaultMessage(),
                errors.stream().limit(10).map(error -> error.getField() + " " + error.getDefaultMessage())
                        .collect(Collectors.joining("; ")));
    }

    private static Problem parameters(HandlerMethodValidationException invalid) {
        ParameterValidationResult first = invalid.getParameterValidationResults().getFirst();
        String name = Objects.requireNonNullElse(first.getMethodParameter().getParameterName(), "a parameter");
        String expected = first.getResolvableErrors().getFirst().getDefaultMessage();
        return new BadInput(name, first.getArgument(), String.valueOf(expected)).problem();
    }

    private static Problem bad(@Nullable String field, @Nullable Object value, @Nullable String expected,
            String detail) {
        return new BadInput(field, value, expected, detail).problem();
    }

    private static String words(Stream<?> stream) {
        return stream.map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static <T extends Throwable> @Nullable T cause(@Nullable Throwable error, Class<T> type) {
        Throwable at = error;
        for (int depth = 0; at != null && depth < CAUSES; depth++, at = at.getCause()) {
            if (type.isInstance(at)) {
                return type.cast(at);
            }
        }
        return null;
    }
}
