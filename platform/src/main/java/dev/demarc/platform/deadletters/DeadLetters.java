package dev.demarc.platform.deadletters;

import dev.demarc.contracts.Topic;
import dev.demarc.platform.events.DeadLetterHeaders;
import dev.demarc.platform.events.RecordRefused;
import dev.demarc.platform.events.RecordSender;
import dev.demarc.platform.mongo.Await;
import dev.demarc.platform.web.Conflict;
import dev.demarc.platform.web.Cursor;
import dev.demarc.platform.web.NotFound;
import dev.demarc.platform.web.Page;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The dead letters of a service: kept as long as their topic keeps them, listed, inspected, replayed, purged. */
public final class DeadLetters {

    private static final String LIST = "dead-letters";
    private static final Duration KEPT = Duration.ofDays(30);

    private final DeadLetterStore store;
    private final RecordSender sender;
    private final String topic;
    private final Duration kept;
    private final Clock clock;
    private volatile boolean indexed;

    DeadLetters(DeadLetterStore store, RecordSender sender, Topic topic, Clock clock) {
        this.store = store;
        this.sender = sender;
        this.topic = topic.topicName();
        this.kept = topic.retention() == null ? KEPT : topic.retention();
        this.clock = clock;
    }

    /** Keeps a batch of the dead-letter topic and lets go of what is too old; blocks. */
    void keep(List<ConsumerRecord<byte @Nullable [], byte @Nullable []>> records) {
        if (!indexed) {
            Await.none(store.createIndexes());
            indexed = true;
        }
        Await.none(store.keep(records).then(store.expire(clock.instant().minus(kept))));
    }

    /** A page, the newest first; no states means all. */
    public Mono<Page<DeadLetter>> list(Set<DeadLetterState> states, int limit, @Nullable Cursor cursor) {
        String before = cursor == null ? null : cursor.position().getFirst();
        return Mono.zip(store.page(states, before, limit + 1).collectList(), store.count(states))
                .map(found -> Page.of(found.getT1(), limit, found.getT2(),
                        last -> Cursor.of(LIST, last.getString(DeadLetterDocuments.ORDER))))
                .map(page -> page.map(DeadLetterDocuments::deadLetter));
    }

    /** The cursor of {@link #list} from its text. */
    public static @Nullable Cursor cursor(@Nullable String text) {
        return Cursor.decode(LIST, text);
    }

    /** One with the beginning of its record; {@link NotFound} without. */
    public Mono<DeadLetterDetail> inspect(String id) {
        return find(id).map(RecordView::of);
    }

    /**
     * Sends the record, as it was, to the topic that it came from, and marks it. One that is marked is not sent again;
     * two at the same moment may both send, which consumers must bear as they bear any redelivery.
     */
    public Mono<DeadLetter> replay(String id, String who) {
        return find(id).flatMap(record -> record.deadLetter().state() == DeadLetterState.REPLAYED
                ? Mono.just(record)
                : send(record).then(store.markReplayed(id, clock.instant(), who)).then(find(id)))
                .map(StoredRecord::deadLetter);
    }

    /** Deletes it here; {@link NotFound} without. */
    public Mono<Void> purge(String id) {
        return store.delete(id).flatMap(gone -> gone ? Mono.empty() : Mono.error(new NotFound("dead letter", id)));
    }

    private Mono<StoredRecord> find(String id) {
        return store.find(id).switchIfEmpty(Mono.error(() -> new NotFound("dead letter", id)));
    }

    private Mono<Void> send(StoredRecord record) {
        String origin = record.deadLetter().topic();
        if (origin.equals(topic)) {
            return Mono.error(new Conflict("the dead letter does not say which topic it came from"));
        }
        List<Header> headers = record.headers().stream()
                .filter(header -> !header.key().startsWith(DeadLetterHeaders.PREFIX)).toList();
        return Mono.<Void>fromRunnable(
                () -> sender.send(List.of(new ProducerRecord<>(origin, null, record.key(), record.value(), headers))))
                .onErrorMap(RecordRefused.class, e -> new Conflict("the broker refuses the record: " + e.reason()))
                .subscribeOn(Schedulers.boundedElastic());
    }
}
