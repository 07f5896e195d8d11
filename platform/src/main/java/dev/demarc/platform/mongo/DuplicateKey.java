package dev.demarc.platform.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoServerException;
import com.mongodb.bulk.BulkWriteError;
import java.util.List;

/**
 * A document that another one keeps out by its values in a unique index, {@code _id} first of all: what a guarded upsert
 * that lost its race comes back with.
 */
public final class DuplicateKey {

    private DuplicateKey() {}

    /** Whether the store refused one write for this; false of a bulk, see {@link #indexes}. */
    public static boolean is(Throwable thrown) {
        return thrown instanceof MongoServerException refusal && is(refusal.getCode());
    }

    private static boolean is(int code) {
        return ErrorCategory.fromErrorCode(code) == ErrorCategory.DUPLICATE_KEY;
    }

    /** Makes one write; false where it was refused for this. */
    public static boolean written(Runnable write) {
        try {
            write.run();
            return true;
        } catch (MongoServerException e) {
            if (is(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Which writes of a bulk were refused for this, at least one; throws the bulk's exception where anything else was. */
    public static List<Integer> indexes(MongoBulkWriteException bulk) {
        List<BulkWriteError> errors = bulk.getWriteErrors();
        if (errors.isEmpty() || bulk.getWriteConcernError() != null
                || !errors.stream().allMatch(error -> is(error.getCode()))) {
            throw bulk;
        }
        return errors.stream().map(BulkWriteError::getIndex).toList();
    }
}
