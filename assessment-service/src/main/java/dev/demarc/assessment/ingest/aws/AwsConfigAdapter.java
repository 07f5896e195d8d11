package dev.demarc.assessment.ingest.aws;

import dev.demarc.assessment.ingest.IngestAdapter;
import dev.demarc.assessment.ingest.IngestContext;
import dev.demarc.assessment.ingest.IngestResult;
import dev.demarc.assessment.ingest.InvalidField;
import dev.demarc.assessment.ingest.JsonDocuments;
import dev.demarc.assessment.ingest.JsonDocuments.Broken;
import dev.demarc.assessment.ingest.JsonDocuments.Document;
import dev.demarc.assessment.ingest.JsonDocuments.Parsed;
import dev.demarc.assessment.ingest.Verdicts;

/**
 * AWS Config: EventBridge events, SNS and SQS deliveries, Lambda invocations, notifications, bare items in delivery and in
 * API form, history and query answers, snapshots, arrays and JSON Lines of these.
 */
public final class AwsConfigAdapter implements IngestAdapter {

    /** Below this size no change in a body can come near the largest record. */
    private static final int SURELY_SMALL = 100_000;

    @Override
    public IngestResult read(byte[] body, IngestContext context) {
        Verdicts verdicts = new Verdicts();
        ConfigurationItems items = new ConfigurationItems(context, body.length > SURELY_SMALL);
        Messages messages = new Messages(items, context, verdicts);
        for (Document document : JsonDocuments.read(body)) {
            switch (document) {
                case Parsed(Object value) -> messages.read("entry", value, Envelope.NONE);
                case Broken(var why) -> verdicts.reject(new InvalidField("line", null, "a JSON document in each line",
                        "can't be read: " + why.getMessage()));
            }
        }
        return verdicts.result();
    }
}
