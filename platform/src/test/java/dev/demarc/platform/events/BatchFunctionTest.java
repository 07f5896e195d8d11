package dev.demarc.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.demarc.platform.runtime.Unavailable;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.messaging.Message;

class BatchFunctionTest {

    private final List<Long> done = new ArrayList<>();

    @Test
    void whatStandsBeforePoisonIsHandedInAgainAndDone() {
        BatchListenerFailedException failed = run(5, records -> {
            for (Received received : records) {
                if (received.offset() == 3) {
                    throw new PoisonAt(received.index(), "x", "bad", null);
                }
            }
            records.forEach(received -> done.add(received.offset()));
        });
        assertThat(failed.getIndex()).isEqualTo(3);
        assertThat(failed.getCause()).isInstanceOf(PoisonAt.class);
        assertThat(done).containsExactly(0L, 1L, 2L);
    }

    @Test
    void anOutageWhileDoingWhatStandsBeforePoisonIsAnOutageFromTheFirstRecordOn() {
        BatchListenerFailedException failed = run(5, records -> {
            if (records.size() == 5) {
                throw new PoisonAt(3, "x", "bad", null);
            }
            throw new Unavailable("away", null);
        });
        assertThat(failed.getIndex()).isZero();
        assertThat(failed.getCause()).isInstanceOf(Unavailable.class);
    }

    @Test
    void aRecordThatFailsOnlyInCompanyIsNotPoison() {
        assertThat(runs(5, records -> {
            if (records.size() > 1) {
                throw new IllegalStateException("not together");
            }
            records.forEach(received -> done.add(received.offset()));
        })).isNull();
        assertThat(done).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void aPlaceOutsideTheBatchIsTheHandlersBugAndFoundOneByOne() {
        BatchListenerFailedException failed = run(2, _ -> {
            throw new PoisonAt(7, "x", "bad", null);
        });
        assertThat(failed.getIndex()).isZero();
        assertThat(failed.getCause()).isInstanceOf(PoisonAt.class).hasMessageContaining("record 7 of a batch of 1");
    }

    @Test
    void anErrorOfTheMachineIsWaitedFor() {
        BatchListenerFailedException failed = run(3, _ -> {
            throw new OutOfMemoryError("none left");
        });
        assertThat(DeadLetterRecoverer.poison(failed)).isNull();
    }

    private static BatchListenerFailedException run(int count, BatchHandler handler) {
        BatchListenerFailedException failed = runs(count, handler);
        assertThat(failed).isNotNull();
        return failed;
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // null where nothing was thrown
    private static BatchListenerFailedException runs(int count, BatchHandler handler) {
        List<ConsumerRecord<?, ?>> records = new ArrayList<>();
        IntStream.range(0, count)
                .forEach(i -> records.add(new ConsumerRecord<>("topic", 0, i, new byte[0], new byte[0])));
        Type type = byte[].class;
        Message<?> message = new RecordBatchConverter().toMessage(records, null, null, type);
        return catchThrowableOfType(BatchListenerFailedException.class,
                () -> BatchFunction.of(handler).accept((Message<List<byte[]>>) message));
    }
}
