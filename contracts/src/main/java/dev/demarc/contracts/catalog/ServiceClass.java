package dev.demarc.contracts.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.demarc.contracts.Words;

/** AWS's three classes of services; they say how far up the stack the provider works. */
public enum ServiceClass {
    /** The customer runs the guest operating system. */
    INFRASTRUCTURE,
    /** Managed: the provider runs operating system and platform; not Docker. */
    CONTAINER,
    /** The customer sees an endpoint only. */
    ABSTRACTED;

    /** The word as it stands in JSON, YAML and URLs, in lower-case kebab form. */
    @JsonValue
    public String word() {
        return Words.of(this);
    }

    /** Reads a word; an unknown one throws {@link IllegalArgumentException} that lists the known ones. */
    @JsonCreator
    public static ServiceClass of(String word) {
        return Words.parse(ServiceClass.class, word);
    }
}
