package dev.demarc.contracts.context;

import dev.demarc.contracts.Copies;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who acts; {@code mergedInto} names the team that took over, so that gaps move without being opened or lost. */
public record Team(
        String id,
        String name,
        List<String> contacts,
        @Nullable String mergedInto) {

    /** Copies the collections; an absent one is empty. */
    public Team {
        contacts = Copies.list(contacts);
    }
}
