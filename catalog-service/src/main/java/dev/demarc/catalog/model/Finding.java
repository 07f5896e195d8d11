package dev.demarc.catalog.model;

/** What is wrong in a document, and where, as a JSON pointer; the empty pointer is the whole document. */
public record Finding(
        String pointer,
        String problem) {

    /** The same finding in a document of which this one's is a part. */
    public Finding below(String parent) {
        return new Finding(parent + pointer, problem);
    }
}
