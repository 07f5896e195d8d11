package dev.demarc.benchmarks.pipeline;

import dev.demarc.assessment.AssessmentConfiguration;
import dev.demarc.catalog.CatalogConfiguration;
import dev.demarc.embedded.EmbeddedBroker;
import dev.demarc.embedded.EmbeddedStore;
import dev.demarc.platform.events.ConsumersStart;
import dev.demarc.platform.security.InternalKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Catalog and assessment in this process, on a broker and a store of their own; the assessment has read the catalog. */
record Services(
        EmbeddedBroker broker,
        EmbeddedStore store,
        ConfigurableApplicationContext catalog,
        ConfigurableApplicationContext assessment) implements AutoCloseable {

    static Services start() throws IOException {
        Path data = Files.createTempDirectory("demarc-benchmark");
        EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("broker"));
        EmbeddedStore store = EmbeddedStore.start(data.resolve("store"));
        InternalKeys keys = InternalKeys.generate(data);
        Services services = new Services(broker, store,
                start(CatalogConfiguration.class, "catalog-service", broker, store, keys),
                start(AssessmentConfiguration.class, AssessmentConfiguration.CONFIG_NAME, broker, store, keys));
        services.assessment.getBean(ConsumersStart.class).started().join();
        return services;
    }

    private static ConfigurableApplicationContext start(Class<?> configuration, String name, EmbeddedBroker broker,
            EmbeddedStore store, InternalKeys keys) {
        return new SpringApplicationBuilder(configuration).run("--spring.config.name=" + name, "--server.port=0",
                "--demarc.kafka.brokers=" + broker.bootstrapServers(), "--demarc.mongodb.uri=" + uri(store),
                "--demarc.internal-token.public-key-file=" + keys.publicKey());
    }

    private static String uri(EmbeddedStore store) {
        return store.connectionString("demarc");
    }

    String brokers() {
        return broker.bootstrapServers();
    }

    String uri() {
        return uri(store);
    }

    @Override
    public void close() {
        assessment.close();
        catalog.close();
        store.close();
        broker.close();
    }
}
