package dev.demarc.catalog.export;

import dev.demarc.contracts.catalog.Category;
import org.jspecify.annotations.Nullable;

/**
 * One cell of a worksheet.
 *
 * @param number shown instead of the text where there is one
 * @param fill {@code RRGGBB}; empty for none
 */
record Cell(
        String text,
        @Nullable Number number,
        String fill,
        boolean bold) {

    static Cell of(String text) {
        return new Cell(text, null, "", false);
    }

    static Cell of(Number number) {
        return new Cell("", number, "", false);
    }

    static Cell bold(String text) {
        return new Cell(text, null, "", true);
    }

    Cell filled(String colour) {
        return new Cell(text, number, colour, bold);
    }

    /** Light enough to read on, and told apart without red and green alone. */
    static String colour(Category category) {
        return switch (category) {
            case INHERITED -> "DCE9F7";
            case SHARED -> "FFF1CC";
            case CUSTOMER_SPECIFIC -> "FBE0D3";
            case NOT_APPLICABLE -> "EEEEEE";
        };
    }

    static String colour(Coverage coverage) {
        return switch (coverage) {
            case COVERED -> "DFF2E1";
            case ATTESTATION -> "FFF1CC";
            case NOT_APPLICABLE -> "EEEEEE";
            case NOT_COVERED -> "F6D5D5";
            case WITHDRAWN -> "EEEEEE";
        };
    }
}
