package dev.demarc.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One of several things that are wrong in a body.
 *
 * @param line where it stands in the text that was sent, from 1; null where that is not known
 * @param path a JSON pointer; empty for the whole body
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemError(@Nullable Integer line, String path, String problem) {}
