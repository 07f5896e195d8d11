package dev.demarc.notification;

import dev.demarc.contracts.event.GapEvent;
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
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The service on a real broker and store, one of each for all tests of the module; its clock stands until a test moves it. */
public final class Service {

    private static final Service SHARED = new Service();

    private final MovingClock clock = new MovingClock(Gaps.AT);
    private final Path dir;
    private final TestBroker broker;
    private final TestStore store;
    private final InternalTokenMinter minter;
    private ConfigurableApplicationContext context;

    private Service() {
        try {
            dir = Files.createTempDirectory("notification-it");
            Files.writeString(dir.resolve("secrets.key"), Base64.getEncoder().encodeToString(new byte[32]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        broker = TestBroker.start();
        store = TestStore.start();
        minter = new InternalTokenMinter(InternalKeys.readPrivate(InternalKeys.generate(dir).privateKey()), clock);
        context = start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            context.close();
            store.close();
            broker.close();
        }));
    }

    /** The running service, started by the first call. */
    public static Service shared() {
        return SHARED;
    }

    /** Stops the service properly and starts it again on the same data. */
    public void restart() {
        context.close();
        context = start();
    }

    private ConfigurableApplicationContext start() {
        ConfigurableApplicationContext started = new SpringApplicationBuilder(NotificationConfiguration.class)
                .properties("spring.config.name=" + NotificationConfiguration.CONFIG_NAME, "DEMARC_NOTIFICATION_PORT=0",
                        "DEMARC_KAFKA_BROKERS=" + broker.bootstrapServers(),
                        "DEMARC_MONGODB_URI=" + store.connectionString("demarc"),
                        "DEMARC_INTERNAL_TOKEN_PUBLIC_KEY_FILE=" + InternalKeys.in(dir).publicKey(),
                        "DEMARC_SECRETS_KEY_FILE=" + dir.resolve("secrets.key"),
                        "DEMARC_NOTIFICATION_POLL=50ms", "DEMARC_WEBHOOK_ALLOWED_CIDRS=127.0.0.0/8",
                        "DEMARC_WEBHOOK_TIMEOUT=5s")
                .initializers(starting -> ((GenericApplicationContext) starting).registerBean(Clock.class,
                        () -> clock))
                .run();
        try {
            started.getBean(ConsumersStart.class).started().get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the consumers did not start", e);
        }
        return started;
    }

    /** Time goes on. */
    public void move(Duration by) {
        clock.move(by);
    }

    /** The service's time. */
    public Clock clock() {
        return clock;
    }

    /** A bean of the service. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** A bean of the service that has others of its type beside it. */
    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** The broker's address. */
    public String brokers() {
        return broker.bootstrapServers();
    }

    /** Publishes transitions as the assessment service does. */
    public void publish(GapEvent... events) {
        bean(EventPublisher.class).publish(Arrays.stream(events)
                .map(event -> new OutgoingEvent(Gaps.id(event), event.at(), event)).toList());
    }

    /** Calls as an admin. */
    public WebTestClient admin() {
        return as(Role.ADMIN);
    }

    /** Calls with a role, as a member of the teams. */
    public WebTestClient as(Role role, String... teams) {
        Caller caller = new Caller("k-test", Set.of(role), Set.of(teams));
        return anybody().mutate()
                .defaultHeaders(headers -> headers.setBearerAuth(minter.mint(caller, "notification"))).build();
    }

    /** Calls without a token. */
    public WebTestClient anybody() {
        return WebTestClient.bindToServer().responseTimeout(Duration.ofSeconds(30))
                .baseUrl("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port")).build();
    }
}
