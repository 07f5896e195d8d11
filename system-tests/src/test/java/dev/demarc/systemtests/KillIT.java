package dev.demarc.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.systemtests.support.Answer;
import dev.demarc.systemtests.support.ArchiveAccount;
import dev.demarc.systemtests.support.Archives;
import dev.demarc.systemtests.support.Patience;
import dev.demarc.systemtests.support.Product;
import dev.demarc.systemtests.support.Receiver;
import dev.demarc.systemtests.support.SharedProduct;
import dev.demarc.systemtests.support.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * {@code kill -9} of the product at random moments of an ingest: nothing that was answered 202 is lost, the gaps are
 * those of a run without a kill, and each transition is told under one webhook-id. {@code -Ddemarc.seed} repeats a run.
 */
@ExtendWith(SharedProduct.class)
class KillIT {

    private static final String ACCOUNT = "314159265358";

    @Test
    void afterThreeKillsNothingIsLostAndNobodyIsToldTwice(Product undisturbed) throws InterruptedException {
        kill(3, undisturbed);
    }

    @Test
    @Tag("long")
    void afterTwentyKillsNothingIsLostAndNobodyIsToldTwice(Product undisturbed) throws InterruptedException {
        kill(20, undisturbed);
    }

    private static void kill(int times, Product undisturbed) throws InterruptedException {
        long seed = Long.getLong("demarc.seed", System.nanoTime());
        System.out.println("KillIT: " + times + " kills with -Ddemarc.seed=" + seed);
        Random random = new Random(seed);
        Archives archives = new Archives(ACCOUNT, times);
        Map<String, String> expected = new ArchiveAccount(undisturbed.api(), archives).turnLive().ingestUndisturbed();
        try (Receiver receiver = new Receiver();
                Product product = new Product("killed-" + times, Receiver.SETTINGS).up()) {
            new ArchiveAccount(product.api(), archives).turnLive();
            receiver.register(product.api());
            for (int round = 0; round < times; round++) {
                killInRound(round, random, product, archives);
            }
            int transitions = new ArchiveAccount(product.api(), archives).awaitAsUndisturbed(expected, receiver);
            System.out.println("KillIT: " + transitions + " transitions, each told under one webhook-id");
        }
    }

    private static void killInRound(int round, Random random, Product product, Archives archives)
            throws InterruptedException {
        int after = random.nextInt(archives.requests(round).size());
        Duration pause = Duration.ofMillis(random.nextInt(60));
        Writer writer = Writer.start(product.api(), archives.requests(round));
        Patience.eventually().pollInterval(Duration.ofMillis(1)).until(() -> writer.answered() >= after
                || writer.stoppedBy() != null);
        LockSupport.parkNanos(pause.toNanos());
        product.kill();
        int answered = writer.join();
        Instant began = Instant.now();
        product.up();
        Duration start = Duration.between(began, Instant.now());
        new ArchiveAccount(product.api(), archives).awaitAll(archives.capturedAfter(round, answered));
        System.out.println("KillIT: killed after " + answered + " of " + archives.requests(round).size()
                + " requests; up in " + start.toMillis() + " ms; all answered ones there after "
                + Duration.between(began, Instant.now()).toMillis() + " ms");
        archives.requests(round).forEach(body -> {
            Answer answer = product.api().post("/api/ingest/aws", body).expect(202);
            assertThat(answer.json().path("rejected").isEmpty()).isTrue();
        });
    }
}
