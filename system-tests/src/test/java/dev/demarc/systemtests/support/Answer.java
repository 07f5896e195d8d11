package dev.demarc.systemtests.support;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** What an operation of {@code openapi.yaml} answered. */
public record Answer(String operation, int status, HttpHeaders headers, String body) {

    /** The answer itself where it has this status; all of it otherwise. */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("expected " + expected + " of " + operation + ", got " + status + ": " + body);
        }
        return this;
    }

    /** The body as a tree. */
    public JsonNode json() {
        return Json.parse(body);
    }

    /** The revision, as {@code If-Match} takes it. */
    public String etag() {
        return headers.firstValue("ETag").orElseThrow(() -> new AssertionError("no ETag: " + this));
    }
}
