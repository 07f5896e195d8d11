package dev.demarc.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerKillIT {

    @TempDir
    private Path directory = Path.of("unset");

    @Test
    void aKilledBrokerKeepsEveryAcknowledgedRecord() throws Exception {
        kill(1);
    }

    @Test
    @Tag("long")
    void tenKilledBrokersKeepEveryAcknowledgedRecord() throws Exception {
        kill(10);
    }

    private void kill(int times) throws Exception {
        Random random = new Random(times);
        Set<String> acknowledged = new LinkedHashSet<>();
        for (int round = 0; round < times; round++) {
            try (KilledProcess process = KilledProcess.start(BrokerProcess.class, directory);
                    BrokerClient client = new BrokerClient(process.address())) {
                if (round == 0) {
                    client.createTopic("records", 2);
                }
                // alone: of several first batches in flight, one may come before the partition has its leader
                client.send("records", "k" + round, "first");
                int before = 200 + random.nextInt(500);
                List<Future<RecordMetadata>> sent = new ArrayList<>();
                for (int i = 0; i < before + 2_000; i++) {
                    sent.add(client.sendLater("records", "k" + round, Integer.toString(i)));
                    if (i == before) {
                        sent.getFirst().get();
                        process.close();
                        break;
                    }
                }
                client.abort();
                for (int i = 0; i < sent.size(); i++) {
                    if (isAcknowledged(sent.get(i))) {
                        acknowledged.add("k" + round + "=" + i);
                    }
                }
            }
        }
        assertThat(acknowledged).isNotEmpty();
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory);
                BrokerClient client = new BrokerClient(broker.bootstrapServers())) {
            assertThat(client.readGroup("records", "check", acknowledged.size() + times)).containsAll(acknowledged);
        }
        System.out.printf("%d broker kills: %d acknowledged records, 0 lost%n", times, acknowledged.size());
    }

    private static boolean isAcknowledged(Future<RecordMetadata> sent) throws InterruptedException {
        try {
            sent.get(1, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }
}
