package dev.demarc.platform.deadletters;

import java.util.Map;

/**
 * A dead letter with its record.
 *
 * @param headers as text, those of the original record and those that say why it is here
 * @param encoding {@code utf-8} or {@code base64}
 * @param value the beginning, 64 KiB at most
 */
public record DeadLetterDetail(
        DeadLetter deadLetter,
        Map<String, String> headers,
        String encoding,
        String value) {

    /** Keeps its own copy. */
    public DeadLetterDetail {
        headers = Map.copyOf(headers);
    }
}
