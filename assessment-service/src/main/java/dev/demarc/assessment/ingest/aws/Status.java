package dev.demarc.assessment.ingest.aws;

import dev.demarc.assessment.ingest.InvalidField;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the status of an item says about its resource. */
enum Status {
    PRESENT,
    DELETED,
    NOT_RECORDED;

    private static final String FIELD = "configurationItemStatus";

    /** Answers of queries have no status, since they hold only what is there. */
    static Status of(Map<String, @Nullable Object> item) throws InvalidField {
        String status = Fields.text(item, 100, FIELD);
        return switch (status) {
            case null -> PRESENT;
            case "OK", "Ok", "ResourceDiscovered", "Discovered" -> PRESENT;
            case "ResourceDeleted", "ResourceDeletedNotRecorded", "Deleted" -> DELETED;
            case "ResourceNotRecorded" -> NOT_RECORDED;
            default -> throw new InvalidField(FIELD, status,
                    "OK, ResourceDiscovered, ResourceNotRecorded, ResourceDeleted or ResourceDeletedNotRecorded",
                    "is not a status that AWS Config has");
        };
    }
}
