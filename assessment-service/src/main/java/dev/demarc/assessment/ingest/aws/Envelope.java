package dev.demarc.assessment.ingest.aws;

import org.jspecify.annotations.Nullable;

/** What the wrappers around an item say: account and region where the item itself lacks them, and how deep it lay. */
record Envelope(@Nullable String account, @Nullable String region, boolean queryRow, int depth) {

    static final Envelope NONE = new Envelope(null, null, false, 0);

    Envelope deeper() {
        return new Envelope(account, region, queryRow, depth + 1);
    }

    Envelope from(@Nullable Object otherAccount, @Nullable Object otherRegion) {
        return new Envelope(otherAccount instanceof String a ? a : account,
                otherRegion instanceof String r ? r : region,
                queryRow, depth + 1);
    }

    Envelope ofQuery() {
        return new Envelope(account, region, true, depth + 1);
    }
}
