package dev.demarc.contracts.subject;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.demarc.contracts.Words;

/** What a control is about. */
public enum SubjectKind {
    ORGANISATION,
    /** An AWS account or an Azure subscription. */
    ACCOUNT,
    WORKLOAD,
    RESOURCE,
    /** A provider's service in a region, for the provider's duties. */
    PROVIDER_SERVICE;

    /** The word as it stands in JSON, YAML and URLs, in lower-case kebab form. */
    @JsonValue
    public String word() {
        return Words.of(this);
    }

    /** Reads a word; an unknown one throws {@link IllegalArgumentException} that lists the known ones. */
    @JsonCreator
    public static SubjectKind of(String word) {
        return Words.parse(SubjectKind.class, word);
    }
}
