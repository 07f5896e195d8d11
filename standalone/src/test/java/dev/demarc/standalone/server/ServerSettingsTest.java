package dev.demarc.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.demarc.standalone.Failure;
import dev.demarc.standalone.installation.DataDirectory;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ServerSettingsTest {

    @TempDir
    private Path home = Path.of("");

    @Test
    void a_port_of_the_command_line_goes_before_the_environments() {
        assertThat(settings(Map.of("DEMARC_PORT", "9000"), null).port()).isEqualTo(9000);
        assertThat(settings(Map.of("DEMARC_PORT", "9000"), 9100).port()).isEqualTo(9100);
        assertThat(settings(Map.of(), null).port()).isEqualTo(8080);
    }

    @Test
    void a_wrong_port_is_told_with_its_name_and_value() {
        for (String wrong : new String[]{"http", "65536", "-1"}) {
            assertThatExceptionOfType(Failure.class).isThrownBy(() -> settings(Map.of("DEMARC_PORT", wrong), null))
                    .withMessage("DEMARC_PORT is '" + wrong + "'; expected a port from 0 (any free one) to 65535.");
        }
    }

    @Test
    void a_port_that_is_taken_stops_the_start_and_says_how_to_choose_another() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ServerSettings settings = settings(Map.of(), taken.getLocalPort());

            assertThatExceptionOfType(Failure.class).isThrownBy(() -> Server.prepare(settings, new Silent()))
                    .withMessageContaining("Port " + taken.getLocalPort()).withMessageContaining("DEMARC_PORT")
                    .withMessageContaining("--port");
        }
        Server.prepare(settings(Map.of(), 0), new Silent()).close();
    }

    @Test
    void every_part_of_one_start_has_a_port_of_its_own() {
        try (ServerPorts ports = ServerPorts.hold(InetAddress.getLoopbackAddress(), 0)) {
            Set<Integer> all = Arrays.stream(Service.values()).map(ports::of).collect(Collectors.toSet());
            all.add(ports.broker());
            all.add(ports.store());

            assertThat(all).hasSize(6);
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux lets a port be held for a server")
    void the_ports_of_a_start_are_given_to_nobody_else_until_everything_listens() throws IOException {
        try (ServerPorts ports = ServerPorts.hold(InetAddress.getLoopbackAddress(), 0);
                ServerSocket other = new ServerSocket()) {
            other.setReuseAddress(false);

            assertThatExceptionOfType(BindException.class).isThrownBy(() -> other.bind(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.of(Service.ASSESSMENT))));
        }
    }

    @Test
    void the_demo_never_writes_into_another_broker_or_store() {
        ServerSettings settings = settings(
                Map.of("DEMARC_KAFKA_BROKERS", "kafka:9092", "DEMARC_MONGODB_URI", "mongodb://mongo/demarc"), 0);
        assertThat(settings.brokers()).isEqualTo("kafka:9092");

        ServerSettings embedded = settings.embeddedWith(Map.of("DEMARC_BASELINE_SUMMARY_QUIET", "PT2S"));

        assertThat(embedded.brokers()).isNull();
        assertThat(embedded.mongodbUri()).isNull();
        assertThat(embedded.overrides()).containsEntry("DEMARC_BASELINE_SUMMARY_QUIET", "PT2S");
    }

    private ServerSettings settings(Map<String, String> environment, @Nullable Integer port) {
        return ServerSettings.of(environment, new DataDirectory(home.resolve("demarc-data")), port);
    }

    private record Silent() implements Progress {
        @Override
        public void done(String step) {
            assertThat(step).isNotEmpty();
        }

        @Override
        public void waiting(String what) {
            assertThat(what).isNotEmpty();
        }
    }
}
