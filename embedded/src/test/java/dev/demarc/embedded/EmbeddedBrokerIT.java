package dev.demarc.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

    @TempDir
    private Path directory = Path.of("unset");

    @Test
    void recordsTopicsAndCommittedOffsetsAreThereAfterARestartOnAnotherPort() throws Exception {
        String first;
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory)) {
            first = broker.bootstrapServers();
            try (BrokerClient client = new BrokerClient(first)) {
                client.createTopic("changes", 3);
                client.send("changes", "a", "1");
                client.send("changes", "b", "2");
                assertThat(client.readGroup("changes", "group", 2)).containsExactlyInAnyOrder("a=1", "b=2");
                client.send("changes", "a", "3");
            }
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory);
                BrokerClient client = new BrokerClient(broker.bootstrapServers())) {
            assertThat(broker.bootstrapServers()).startsWith("127.0.0.1:");
            assertThat(client.readGroup("changes", "group", 1)).containsExactly("a=3");
        }
    }

    @Test
    void aTopicIsNeverCreatedByUse() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory);
                BrokerClient client = new BrokerClient(broker.bootstrapServers())) {
            assertThatThrownBy(() -> client.describe("not-there")).isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
            assertThat(client.topics()).isEmpty();
        }
    }

    @Test
    void aSecondStartInTheSameDirectoryIsRefusedWithTheDirectoryAndTheProcess() {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory)) {
            assertThat(broker.bootstrapServers()).isNotBlank();
            assertThatThrownBy(() -> EmbeddedBroker.start(directory, 9_999)).isInstanceOf(EmbeddedStartException.class)
                    .hasMessageContaining(directory.toString()).hasMessageContaining("9999")
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
        }
    }

    @Test
    void aTakenPortIsRefusedWithThePortAndTheDirectory() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            int port = other.getLocalPort();
            assertThatThrownBy(() -> EmbeddedBroker.start(directory, port)).isInstanceOf(EmbeddedStartException.class)
                    .hasMessageContaining(Integer.toString(port)).hasMessageContaining(directory.toString());
        }
        EmbeddedBroker.start(directory).close();
    }
}
