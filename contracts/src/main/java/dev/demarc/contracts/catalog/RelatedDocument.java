package dev.demarc.contracts.catalog;

/** A document besides the subject that a check reads, bound to {@code related.<name>} in its expression. */
public record RelatedDocument(
        String type,
        Relation relation) {}
