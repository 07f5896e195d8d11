package dev.demarc.platform.events;

import dev.demarc.platform.runtime.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.messaging.Message;

/** Makes a handler the function that Spring Cloud Stream calls with each batch; its bean's name is the function's. */
public final class BatchFunction implements Consumer<Message<List<byte[]>>> {

    private final RecordsHandler handler;

    private BatchFunction(RecordsHandler handler) {
        this.handler = handler;
    }

    /** A function for records that have a value; one without is poison. */
    public static Consumer<Message<List<byte[]>>> of(BatchHandler handler) {
        return ofRecords(records -> handler.handle(received(records)));
    }

    /** A function for records as the client read them. */
    public static Consumer<Message<List<byte[]>>> ofRecords(RecordsHandler handler) {
        return new BatchFunction(handler);
    }

    @Override
    public void accept(Message<List<byte[]>> message) {
        handle(RecordBatchConverter.records(message));
    }

    private void handle(List<ConsumerRecord<byte @Nullable [], byte @Nullable []>> records) {
        try {
            handler.handle(records);
        } catch (PoisonAt poison) {
            poison(records, poison);
        } catch (RuntimeException | StackOverflowError e) {
            if (Unavailable.is(e)) {
                throw failed(0, e);
            }
            oneByOne(records, e);
        } catch (Error e) {
            throw failed(0, e);
        }
    }

    private void poison(List<ConsumerRecord<byte @Nullable [], byte @Nullable []>> records, PoisonAt poison) {
        int index = poison.index();
        if (index < 0 || index >= records.size()) {
            oneByOne(records, new IllegalStateException(
                    "the handler named record %d of a batch of %d".formatted(index, records.size()), poison));
            return;
        }
        if (index > 0) {
            handle(records.subList(0, index));
        }
        throw failed(index, poison);
    }

    private void oneByOne(List<ConsumerRecord<byte @Nullable [], byte @Nullable []>> records, Throwable thrown) {
        if (records.size() == 1) {
            throw failed(0, new PoisonAt(0, "value", "processing it failed: " + thrown, thrown));
        }
        for (int i = 0; i < records.size(); i++) {
            try {
                handle(records.subList(i, i + 1));
            } catch (BatchListenerFailedException e) {
                throw failed(i, e.getCause() == null ? e : e.getCause());
            }
        }
    }

    private static BatchListenerFailedException failed(int index, Throwable cause) {
        return new BatchListenerFailedException(String.valueOf(cause.getMessage()), cause, index);
    }

    private static List<Received> received(List<ConsumerRecord<byte @Nullable [], byte @Nullable []>> records)
            throws PoisonAt {
        List<Received> received = new ArrayList<>(records.size());
        for (int i = 0; i < records.size(); i++) {
            if (records.get(i).value() == null) {
                throw new PoisonAt(i, "value", "missing, expected a record with a value", null);
            }
            received.add(Received.of(i, records.get(i)));
        }
        return received;
    }
}
