package dev.demarc.platform.runtime;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoCursorNotFoundException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import java.util.Set;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** Something that work depends on, store or broker, is away: the same work will succeed later, nothing is wrong with it. */
public class Unavailable extends RuntimeException {

    /** Server codes for hosts that fail, step down, shut down or recover, for work cut short, and for unmet write concerns. */
    private static final Set<Integer> PASSING_CODES = Set.of(6, 7, 24, 50, 64, 89, 91, 100, 133, 134, 189, 202, 262,
            9001, 10058, 10107, 11600, 11601, 11602, 13388, 13435, 13436);
    private static final String CLOSED_CLIENT = "state should be: open";
    private static final int DEEPEST_CAUSE = 32;

    /** What is away, and the exception that showed it. */
    public Unavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Whether this exception, or one that caused it, says that store or broker is away or has cut the work short. */
    public static boolean is(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof Unavailable || cause instanceof InterruptedException || isStore(cause)
                    || isBroker(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isStore(Throwable thrown) {
        return switch (thrown) {
            case MongoTimeoutException _,MongoSocketException _,MongoNotPrimaryException _ -> true;
            case MongoNodeIsRecoveringException _,MongoInterruptedException _ -> true;
            case MongoExecutionTimeoutException _,MongoConnectionPoolClearedException _ -> true;
            case MongoServerUnavailableException _,MongoCursorNotFoundException _,MongoSecurityException _ -> true;
            case MongoWriteConcernException _ -> true;
            case MongoBulkWriteException bulk -> bulk.getWriteConcernError() != null
                    || bulk.getWriteErrors().stream().anyMatch(error -> PASSING_CODES.contains(error.getCode()));
            case IllegalStateException closed -> CLOSED_CLIENT.equals(closed.getMessage());
            case MongoException other -> PASSING_CODES.contains(other.getCode())
                    || other.hasErrorLabel("RetryableWriteError");
            default -> false;
        };
    }

    private static boolean isBroker(Throwable thrown) {
        return switch (thrown) {
            case RetriableException _,InterruptException _ -> true;
            case AuthenticationException _,AuthorizationException _ -> true;
            default -> false;
        };
    }
}
