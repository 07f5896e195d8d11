package dev.demarc.assessment;

import dev.demarc.contracts.event.CatalogPublicationCompleted;
import dev.demarc.contracts.event.ServiceModelPublished;
import dev.demarc.platform.events.ConsumersStart;
import dev.demarc.platform.events.EventPublisher;
import dev.demarc.platform.events.OutgoingEvent;
import dev.demarc.platform.security.Caller;
import dev.demarc.platform.security.InternalKeys;
import dev.demarc.platform.security.InternalTokenMinter;
import dev.demarc.platform.security.Role;
import dev.demarc.testsupport.TestBroker;
import dev.demarc.testsupport.TestStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The service as it runs, once for all tests of the module: a real broker and store, a small catalog, real sockets. */
public final class Running {

    private static final class Once {
        private static final Running RUNNING = new Running();
    }

    private final TestBroker broker;
    private final TestStore store;
    private final InternalKeys keys;
    private final ConfigurableApplicationContext context;

    private Running() {
        Path data = temporary();
        CompletableFuture<TestStore> starting = CompletableFuture.supplyAsync(TestStore::start);
        this.broker = TestBroker.start();
        this.store = starting.join();
        this.keys = InternalKeys.generate(data);
        this.context = start(Map.of());
        publish(SampleCatalog.models(1), 1);
        bean(ConsumersStart.class).started().join();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            context.close();
            broker.close();
            store.close();
        }));
    }

    /** The one that all tests share. */
    public static Running service() {
        return Once.RUNNING;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("demarc-assessment");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another instance of the service on the same broker and store. */
    public ConfigurableApplicationContext start(Map<String, String> settings) {
        Map<String, Object> all = new HashMap<>(Map.of("spring.config.name", AssessmentConfiguration.CONFIG_NAME,
                "server.port", "0", "demarc.kafka.brokers", broker.bootstrapServers(), "demarc.mongodb.uri",
                store.connectionString("demarc"), "demarc.internal-token.public-key-file",
                keys.publicKey().toString()));
        all.putAll(settings);
        List<String> arguments = new ArrayList<>();
        all.forEach((name, value) -> arguments.add("--" + name + '=' + value));
        return new SpringApplicationBuilder(AssessmentConfiguration.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(ReactorResourceFactory.class, Running::ownThreads))
                .run(arguments.toArray(String[]::new));
    }

    /** One that closes would end the threads of all others with those that they share. */
    private static ReactorResourceFactory ownThreads() {
        ReactorResourceFactory resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        return resources;
    }

    /** Publishes these versions and the marker, as the catalog does. */
    public void publish(List<ServiceModelPublished> models, long revision) {
        Instant now = Instant.now();
        List<OutgoingEvent> events = new ArrayList<>();
        Map<String, Integer> inForce = new HashMap<>();
        for (ServiceModelPublished model : models) {
            events.add(new OutgoingEvent(model.key(), now, model));
            inForce.put(model.model().key(), model.model().version());
        }
        events.add(new OutgoingEvent("marker-" + revision, now,
                new CatalogPublicationCompleted(revision, inForce, now)));
        bean(EventPublisher.class).publish(events);
    }

    /** A bean of the service. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Where the broker listens. */
    public String brokers() {
        return broker.bootstrapServers();
    }

    /** What a caller of this role without teams sends in the header {@code Authorization}. */
    public String authorization(Role role) {
        return "Bearer " + new InternalTokenMinter(InternalKeys.readPrivate(keys.privateKey()), Clock.systemUTC())
                .mint(new Caller("test-" + role.word(), Set.of(role), Set.of()), "assessment");
    }

    /** Where the service listens. */
    public String url() {
        return url(context);
    }

    /** Where another instance of the service listens. */
    public static String url(ConfigurableApplicationContext instance) {
        return "http://127.0.0.1:" + instance.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** A client with a token of this role, of a caller without teams. */
    public WebTestClient as(Role role) {
        return WebTestClient.bindToServer().baseUrl(url()).responseTimeout(Duration.ofSeconds(30))
                .defaultHeader("Authorization", authorization(role)).build();
    }
}
