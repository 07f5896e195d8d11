package dev.demarc.checks;

import dev.demarc.contracts.gap.GapReason;

/** What a predicate says of a subject: true, false, or that it can't be said. */
public sealed interface PredicateResult {

    /** The predicate could be evaluated. */
    record Known(boolean value) implements PredicateResult {

        /** The predicate holds. */
        public static final Known TRUE = new Known(true);
        /** The predicate does not hold. */
        public static final Known FALSE = new Known(false);

        static Known of(boolean value) {
            return value ? TRUE : FALSE;
        }
    }

    /** It could not: {@code configuration-missing} or {@code check-error}, with a detail of at most 300 characters. */
    record Unknown(
            GapReason reason,
            String detail) implements PredicateResult {

        private static final int DETAIL_LENGTH = 300;

        /** Cuts the detail off. */
        public Unknown {
            detail = detail.length() > DETAIL_LENGTH ? detail.substring(0, DETAIL_LENGTH - 1) + "…" : detail;
        }
    }

    /** Whether it is known to hold; unknown is not true. */
    default boolean isTrue() {
        return this instanceof Known(boolean value) && value;
    }

    /** Whether it is known not to hold; unknown is not false. */
    default boolean isFalse() {
        return this instanceof Known(boolean value) && !value;
    }
}
