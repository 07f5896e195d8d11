package dev.demarc.platform.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;

class UnavailableTest {

    private static final ServerAddress SERVER = new ServerAddress("127.0.0.1", 1);

    @Test
    void timeoutsAndBrokenConnectionsPassHoweverDeepTheyAreWrapped() {
        assertThat(Unavailable.is(new MongoTimeoutException("no server"))).isTrue();
        assertThat(Unavailable.is(new MongoSocketReadException("cut", SERVER))).isTrue();
        assertThat(Unavailable.is(new CompletionException(new IllegalStateException(new TimeoutException("x")))))
                .isTrue();
        assertThat(Unavailable.is(new InterruptedException())).isTrue();
        assertThat(Unavailable.is(new IllegalStateException("state should be: open"))).isTrue();
    }

    @Test
    void aServerThatStepsDownOrCutsAWorkShortPassesAndAWrongCommandDoesNot() {
        assertThat(Unavailable.is(command(11601))).isTrue();
        assertThat(Unavailable.is(command(10107))).isTrue();
        assertThat(Unavailable.is(command(59))).isFalse();
    }

    @Test
    void whatIsWrongWithTheDataIsNotAnOutage() {
        assertThat(Unavailable.is(new MongoWriteException(new WriteError(11000, "duplicate", new BsonDocument()),
                SERVER, Set.of()))).isFalse();
        assertThat(Unavailable.is(new RecordTooLargeException("x"))).isFalse();
        assertThat(Unavailable.is(new NullPointerException())).isFalse();
    }

    private static MongoCommandException command(int code) {
        return new MongoCommandException(
                new BsonDocument("ok", new BsonInt32(0)).append("code", new BsonInt32(code)), SERVER);
    }
}
