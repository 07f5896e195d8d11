package dev.demarc.contracts.gap;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.demarc.contracts.Words;

/** Why an outcome is not good enough. */
public enum GapReason {
    CHECK_FAILED,
    /** The check could not be evaluated on this document. */
    CHECK_ERROR,
    /** The document, or the part that the check reads, is not known. */
    CONFIGURATION_MISSING,
    NOT_OBSERVABLE,
    /** Nothing was heard for longer than allowed. */
    STALE,
    EVIDENCE_MISSING,
    EVIDENCE_EXPIRED,
    /** No service model covers the type; the subject is the account. */
    SERVICE_NOT_MODELLED,
    /** Resources of the account belong to no workload. */
    WORKLOAD_UNOWNED,
    /** More than one workload claims the resource. */
    WORKLOAD_CONTESTED,
    PROVIDER_ASSURANCE_LAPSED;

    /** The word as it stands in JSON, YAML and URLs, in lower-case kebab form. */
    @JsonValue
    public String word() {
        return Words.of(this);
    }

    /** Reads a word; an unknown one throws {@link IllegalArgumentException} that lists the known ones. */
    @JsonCreator
    public static GapReason of(String word) {
        return Words.parse(GapReason.class, word);
    }
}
