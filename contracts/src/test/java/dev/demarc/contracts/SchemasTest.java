package dev.demarc.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class SchemasTest {

    @Test
    void a_schema_that_the_contracts_lack_is_an_error_that_names_it() {
        String id = Schemas.BASE + "schemas/nobody.json";

        assertThatThrownBy(() -> Schemas.text(id)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(id);
        assertThatThrownBy(() -> Validation.errors(id, JsonNodeFactory.instance.objectNode())).hasMessageContaining(id);
        assertThatThrownBy(() -> Schemas.text(Schemas.BASE + "schemas/../openapi.yaml"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_foreign_schema_is_not_ours_and_is_fetched_from_nowhere() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String id = "http://127.0.0.1:" + server.getAddress().getPort() + "/foreign.json";

            assertThat(Schemas.text(id)).isNull();
            assertThatThrownBy(() -> Validation.errors(id, JsonNodeFactory.instance.objectNode()))
                    .hasMessageContaining(id);
            assertThat(requests).hasValue(0);
        } finally {
            server.stop(0);
        }
    }
}
