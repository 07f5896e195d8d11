package dev.demarc.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.systemtests.support.ArchiveAccount;
import dev.demarc.systemtests.support.Archives;
import dev.demarc.systemtests.support.Backend;
import dev.demarc.systemtests.support.Patience;
import dev.demarc.systemtests.support.Product;
import dev.demarc.systemtests.support.Receiver;
import dev.demarc.systemtests.support.SharedProduct;
import dev.demarc.systemtests.support.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * {@code kill -9} of the store, later of the broker, each a process of its own and away for a while under an ingest:
 * requests are answered 202, or 503 and repeated; then the gaps are those of an undisturbed run, each transition is told
 * under one webhook-id, and nothing is a dead letter.
 */
@ExtendWith(SharedProduct.class)
class OutageIT {

    private static final String ACCOUNT = "141421356237";
    /** How long requests go on before and after an outage together. */
    private static final Duration AROUND = Duration.ofSeconds(2);

    @Test
    @Tag("long")
    void halfAMinuteWithoutTheStoreOrTheBrokerLosesNothing(Product undisturbed) throws InterruptedException {
        outages(Duration.ofSeconds(30), 20, undisturbed);
    }

    private static void outages(Duration outage, int writers, Product undisturbed) throws InterruptedException {
        Archives archives = new Archives(ACCOUNT, 2 * writers);
        Map<String, String> expected = new ArchiveAccount(undisturbed.api(), archives).turnLive().ingestUndisturbed();
        String name = "outage-" + outage.toSeconds() + "s";
        try (Backend store = Backend.store(name);
                Backend broker = Backend.broker(name);
                Receiver receiver = new Receiver();
                Product product = new Product(name, settings(broker, store)).up()) {
            ArchiveAccount account = new ArchiveAccount(product.api(), archives).turnLive();
            receiver.register(product.api());
            away(store, outage, product, archives, IntStream.range(0, writers).boxed().toList());
            away(broker, outage, product, archives, IntStream.range(writers, 2 * writers).boxed().toList());
            int transitions = account.awaitAsUndisturbed(expected, receiver);
            System.out.println("OutageIT: " + transitions + " transitions, each told under one webhook-id");
            product.api().get("/api/health").expect(200);
        }
    }

    private static Map<String, String> settings(Backend broker, Backend store) {
        Map<String, String> settings = new HashMap<>(Receiver.SETTINGS);
        settings.put("DEMARC_KAFKA_BROKERS", broker.address());
        settings.put("DEMARC_MONGODB_URI",
                "mongodb://" + store.address() + "/demarc?directConnection=true&retryWrites=false");
        return settings;
    }

    /** One writer a round, all at the same time, each until all its requests are answered 202. */
    private static void away(Backend backend, Duration outage, Product product, Archives archives,
            List<Integer> rounds) throws InterruptedException {
        int each = archives.requests(rounds.getFirst()).size();
        Duration pause = outage.plus(AROUND).dividedBy(each);
        Instant began = Instant.now();
        List<Writer> writers = rounds.stream()
                .map(round -> Writer.patient(product.api(), archives.requests(round), pause)).toList();
        Patience.eventually().until(() -> writers.stream().allMatch(
                writer -> writer.answered() > each / 10 || writer.stoppedBy() != null));
        backend.awayFor(outage);
        for (Writer writer : writers) {
            writer.join();
            assertThat(writer.stoppedBy()).isNull();
        }
        Instant answered = Instant.now();
        ArchiveAccount account = new ArchiveAccount(product.api(), archives);
        rounds.forEach(round -> account.awaitAll(archives.capturedAfter(round, each)));
        System.out.println("OutageIT: " + backend + " away for " + outage.toSeconds() + " s; " + rounds.size() * each
                + " requests, " + writers.stream().mapToInt(Writer::repeated).sum() + " repeats, all answered after "
                + Duration.between(began, answered).toMillis() + " ms, all there "
                + Duration.between(answered, Instant.now()).toMillis() + " ms later");
    }
}
