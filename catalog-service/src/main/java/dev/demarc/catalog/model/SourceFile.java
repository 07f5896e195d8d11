package dev.demarc.catalog.model;

import java.util.Map;

/** What a file says, with the line of each value by its JSON pointer. */
public record SourceFile<T>(
        String name,
        T content,
        Map<String, Integer> lines) {

    /** Another content from the same file. */
    public <R> SourceFile<R> with(R other) {
        return new SourceFile<>(name, other, lines);
    }

    /** A finding as a problem of this file, at the line of the value or of what encloses it. */
    public CatalogProblem problem(Finding finding) {
        String pointer = finding.pointer();
        while (!lines.containsKey(pointer) && !pointer.isEmpty()) {
            pointer = pointer.substring(0, pointer.lastIndexOf('/'));
        }
        return new CatalogProblem(name, lines.getOrDefault(pointer, 1), finding.pointer(), finding.problem());
    }
}
