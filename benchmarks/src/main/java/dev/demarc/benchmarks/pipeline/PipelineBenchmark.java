package dev.demarc.benchmarks.pipeline;

import dev.demarc.assessment.AssessmentConfiguration;
import dev.demarc.benchmarks.Benchmark;
import dev.demarc.catalog.CatalogConfiguration;
import dev.demarc.embedded.EmbeddedBroker;
import dev.demarc.embedded.EmbeddedStore;
import dev.demarc.platform.events.Bindings;
import dev.demarc.platform.events.ConsumersStart;
import dev.demarc.platform.security.InternalKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Items per second of the whole assessment path and, on the same broker and store, of a bare loop that polls and parses
 * the same records, does the same finds, replaces and clears, and produces the same events; and their ratio.
 */
public final class PipelineBenchmark implements Benchmark {

    private static final int WARM_UP = 5_000;
    private static final int ITEMS = 20_000;

    @Override
    public void run(List<String> arguments) throws Exception {
        int items = arguments.isEmpty() ? ITEMS : Integer.parseInt(arguments.getFirst());
        Path data = Files.createTempDirectory("demarc-pipeline");
        try (EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("broker"));
                EmbeddedStore store = EmbeddedStore.start(data.resolve("store"))) {
            InternalKeys keys = InternalKeys.generate(data);
            String uri = store.connectionString("demarc");
            try (ConfigurableApplicationContext catalog = start(CatalogConfiguration.class, "catalog-service",
                    broker.bootstrapServers(), uri, keys);
                    ConfigurableApplicationContext assessment = start(AssessmentConfiguration.class,
                            AssessmentConfiguration.CONFIG_NAME, broker.bootstrapServers(), uri, keys)) {
                assessment.getBean(ConsumersStart.class).started().join();
                measure(new Changes(broker.bootstrapServers()), assessment.getBean(Bindings.class),
                        broker.bootstrapServers(), uri, items);
            }
        }
    }

    private static ConfigurableApplicationContext start(Class<?> configuration, String name, String brokers, String uri,
            InternalKeys keys) {
        return new SpringApplicationBuilder(configuration).run("--spring.config.name=" + name, "--server.port=0",
                "--demarc.kafka.brokers=" + brokers, "--demarc.mongodb.uri=" + uri,
                "--demarc.internal-token.public-key-file=" + keys.publicKey());
    }

    private static void measure(Changes changes, Bindings bindings, String brokers, String uri, int items)
            throws Exception {
        bindings.stop("gapViews");
        bindings.stop("outcomeViews");
        changes.produce(0, WARM_UP);
        changes.awaitConsumed();
        bindings.stop("changes");
        changes.produce(WARM_UP, items);
        long start = System.nanoTime();
        bindings.start("changes");
        changes.awaitConsumed();
        double whole = items / seconds(start);
        System.out.printf("whole assessment path  %,8.0f items/s  (%,d items)%n", whole, items);

        try (BareLoop bare = new BareLoop(brokers, uri)) {
            bare.run(WARM_UP);
            start = System.nanoTime();
            bare.run(items);
            double loop = items / seconds(start);
            System.out.printf("bare loop              %,8.0f items/s  (the same records, documents and events)%n",
                    loop);
            System.out.printf("ratio                  %8.2f%n", whole / loop);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
