package dev.demarc.assessment.ingest.aws;

import org.jspecify.annotations.Nullable;

/** A well-formed Amazon Resource Name; region and account are empty where the name leaves them out, as S3 and IAM do. */
record Arn(String text, String partition, String region, String account) {

    /** Null for what only looks like an ARN, such as one without a service. */
    static @Nullable Arn of(@Nullable String text) {
        if (text == null || !text.startsWith("arn:aws")) {
            return null;
        }
        int service = text.indexOf(':', 4) + 1;
        int region = after(text, service);
        int account = after(text, region);
        int resource = after(text, account);
        if (resource <= 0 || resource >= text.length() || region - service < 2) {
            return null;
        }
        Arn arn = new Arn(text, text.substring(4, service - 1), text.substring(region, account - 1),
                text.substring(account, resource - 1));
        boolean placed = arn.region.isEmpty() || Regions.valid(arn.region);
        return placed && (arn.account.isEmpty() || arn.account.equals("aws") || Accounts.valid(arn.account))
                ? arn
                : null;
    }

    private static int after(String text, int from) {
        return from <= 0 ? 0 : text.indexOf(':', from) + 1;
    }
}
