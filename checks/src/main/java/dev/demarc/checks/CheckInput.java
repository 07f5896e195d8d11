package dev.demarc.checks;

import java.time.Instant;
import java.util.Map;

/** What a check may read; the documents come from {@link SubjectDocument}, {@code related} holds those only that are known, by the check's name for them. */
public record CheckInput(
        Map<String, Object> resource,
        Map<String, Map<String, Object>> related,
        Instant now) {}
