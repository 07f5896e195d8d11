package dev.demarc.contracts.catalog;

import dev.demarc.contracts.Copies;
import dev.demarc.contracts.subject.SubjectKind;
import java.util.List;

/** One thing that must be done; {@code id} is lower-case kebab and never changes its meaning. */
public record Control(
        String id,
        String title,
        String domain,
        String description,
        SubjectKind subjectKind,
        List<FrameworkMapping> mappings) {

    /** Copies the collections; an absent one is empty. */
    public Control {
        mappings = Copies.list(mappings);
    }
}
