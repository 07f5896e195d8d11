package dev.demarc.assessment.ingest.aws;

import dev.demarc.assessment.ingest.JsonTree;
import dev.demarc.assessment.ingest.Redaction;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes that are too large for a message: AWS Config sends a summary and puts the item into S3. */
final class Oversized {

    private Oversized() {}

    /** Where the configuration is, or why it is nowhere; from the message around a summary. */
    static String whereItLies(Map<String, @Nullable Object> message) {
        Map<String, @Nullable Object> delivery = JsonTree.object(message.get("s3DeliverySummary"));
        String place = delivery == null ? null : Fields.anyCase(delivery, "s3BucketLocation");
        String error = delivery == null ? null : Fields.anyCase(delivery, "errorCode");
        if (error != null) {
            return "the item is too large for a message, and AWS Config could not put it into S3: "
                    + Redaction.shown("errorCode", error);
        }
        return place == null
                ? "the item is too large for a message; AWS Config sent only a summary, the whole item is in its history"
                : "the item is too large for a message; it lies in s3://" + Redaction.text("s3BucketLocation", place);
    }
}
