package dev.demarc.contracts.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.demarc.contracts.Words;

/** The delivery model of NIST SP 800-145. */
public enum DeliveryModel {
    IAAS,
    PAAS,
    SAAS;

    /** The word as it stands in JSON, YAML and URLs, in lower-case kebab form. */
    @JsonValue
    public String word() {
        return Words.of(this);
    }

    /** Reads a word; an unknown one throws {@link IllegalArgumentException} that lists the known ones. */
    @JsonCreator
    public static DeliveryModel of(String word) {
        return Words.parse(DeliveryModel.class, word);
    }
}
