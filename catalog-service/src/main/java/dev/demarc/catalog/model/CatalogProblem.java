package dev.demarc.catalog.model;

/** What is wrong in a file; lines start at 1, and {@code pointer} is a JSON pointer. */
public record CatalogProblem(
        String file,
        int line,
        String pointer,
        String problem) {

    @Override
    public String toString() {
        return file + ":" + line + (pointer.isEmpty() ? "" : " " + pointer) + ": " + problem;
    }
}
