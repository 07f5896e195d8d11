package dev.demarc.catalog.web;

import dev.demarc.catalog.export.FrameworkRows;
import dev.demarc.catalog.model.Framework;
import dev.demarc.contracts.catalog.Control;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A framework in the list of all.
 *
 * @param provider whose services alone it is about
 * @param complete whether all its requirements are known; else only those that something is mapped to
 * @param controls how many are mapped to it
 */
public record FrameworkItem(
        String id,
        @Nullable String title,
        @Nullable String version,
        @Nullable String source,
        @Nullable String provider,
        boolean complete,
        int requirements,
        int controls) {

    static FrameworkItem of(FrameworkRows rows, Collection<Control> all) {
        Framework list = rows.list();
        int controls = (int) all.stream().filter(
                control -> control.mappings().stream().anyMatch(mapping -> mapping.framework().equals(rows.id())))
                .count();
        return list == null
                ? new FrameworkItem(rows.id(), null, null, null, null, false, rows.rows().size(), controls)
                : new FrameworkItem(rows.id(), list.title(), list.version(), list.source(), list.provider(), true,
                        rows.rows().size(),
                        controls);
    }
}
