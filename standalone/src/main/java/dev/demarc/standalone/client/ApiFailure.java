package dev.demarc.standalone.client;

import dev.demarc.standalone.Failure;
import dev.demarc.standalone.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The API refused; the message is that of its problem document. */
public final class ApiFailure extends Failure {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 300;

    private final int status;

    private final transient JsonNode errors;

    private ApiFailure(int status, String message, JsonNode errors, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
        this.errors = errors;
    }

    /** From an answer's body, a problem document or anything else. */
    static ApiFailure of(int status, String body) {
        try {
            JsonNode problem = Json.mapper().readTree(body);
            if (problem.isObject() && problem.hasNonNull("title")) {
                return new ApiFailure(status, sentence(problem), problem.path("errors"), null);
            }
            return new ApiFailure(status, "The answer was " + status + ": " + cut(body), MissingNode.getInstance(),
                    null);
        } catch (JacksonException e) {
            return new ApiFailure(status, "The answer was " + status + ": " + cut(body), MissingNode.getInstance(), e);
        }
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Each thing that is wrong in the body, {@code {line, path, problem}}; none for other refusals. */
    public Iterable<JsonNode> errors() {
        return errors;
    }

    private static String sentence(JsonNode problem) {
        String title = problem.path("title").asString();
        String detail = problem.path("detail").asString("");
        StringBuilder text = new StringBuilder(detail.isEmpty() ? title : title + ": " + detail);
        String field = problem.path("field").asString("");
        if (!field.isEmpty() && text.indexOf(field) < 0) {
            text.append(" (").append(field).append(')');
        }
        String expected = problem.path("expected").asString("");
        if (!expected.isEmpty() && text.indexOf(expected) < 0) {
            text.append("; expected ").append(expected);
        }
        return text.toString();
    }

    private static String cut(String body) {
        String line = body.strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
