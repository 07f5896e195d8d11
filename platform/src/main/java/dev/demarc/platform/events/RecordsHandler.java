package dev.demarc.platform.events;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A {@link BatchHandler} that needs the records with every byte of key and headers, tombstones too. */
@FunctionalInterface
public interface RecordsHandler {

    /** Handles all records as {@link BatchHandler#handle} does; the index of {@link PoisonAt} is that in the list. */
    void handle(List<ConsumerRecord<byte @Nullable [], byte @Nullable []>> records) throws PoisonAt;
}
