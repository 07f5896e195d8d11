package dev.demarc.assessment.web;

import dev.demarc.contracts.Copies;
import dev.demarc.contracts.context.Team;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A team as it is sent; the id, if there is one, is that of the path. */
public record TeamInput(@Nullable String id, String name, List<String> contacts, @Nullable String mergedInto) {

    /** Checks and copies. */
    public TeamInput {
        Shape.NAME.check("name", name);
        contacts = Copies.list(contacts);
        Bounds.each("contacts", contacts, 50, Shape.CONTACT);
        Shape.SLUG.checkIfPresent("mergedInto", mergedInto);
    }

    Team team(String path) {
        Edits.sameId(path, id);
        return new Team(Shape.SLUG.check("id", path), name, contacts, mergedInto);
    }
}
