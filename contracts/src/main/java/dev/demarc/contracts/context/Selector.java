package dev.demarc.contracts.context;

import dev.demarc.contracts.Copies;
import java.util.List;
import java.util.Map;

/** Which resources belong: those named by id, and those that lie in one of the accounts (all, where none is named) and carry all the tags; without accounts and tags only the ids. */
public record Selector(
        Map<String, String> tags,
        List<String> accounts,
        List<String> resources) {

    /** Copies the collections; an absent one is empty. */
    public Selector {
        accounts = Copies.list(accounts);
        resources = Copies.list(resources);
        tags = Copies.map(tags);
    }
}
