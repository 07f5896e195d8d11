package dev.demarc.gateway;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.demarc.gateway.keys.ApiKeys;
import dev.demarc.gateway.keys.PepperFile;
import dev.demarc.platform.mongo.Await;
import dev.demarc.platform.security.InternalKeys;
import dev.demarc.platform.security.InternalTokenVerifier;
import dev.demarc.platform.security.Role;
import dev.demarc.testsupport.TestStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The gateway on a real store with two services behind it and a third that is away; one for all tests. */
final class Door {

    static final Door OPEN = new Door();
    static final long MAX_BODY = 100 * 1024;
    static final long MAX_INGEST_BODY = 2 * 1024 * 1024;
    static final int INGEST_BURST = 5;

    final WireMockServer assessment = service();
    final WireMockServer catalog = service();
    final Path adminKeyFile;
    final ConfigurableApplicationContext context;

    private final Map<String, Object> settings;
    private final List<ConfigurableApplicationContext> others = new CopyOnWriteArrayList<>();
    private final TestStore store;
    private final InternalKeys keys;
    private final AtomicInteger names = new AtomicInteger();

    private Door() {
        try {
            Path dir = Files.createTempDirectory("demarc-gateway-");
            dir.toFile().deleteOnExit();
            store = TestStore.start();
            keys = InternalKeys.generate(dir.resolve("keys"));
            adminKeyFile = dir.resolve("admin.key");
            PepperFile.createIfAbsent(dir.resolve("pepper"));
            settings = settings(dir);
            context = start(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    private static ConfigurableApplicationContext start(Map<String, Object> settings) {
        return new SpringApplicationBuilder(GatewayConfiguration.class).registerShutdownHook(false)
                .properties(settings).run();
    }

    private Map<String, Object> settings(Path dir) throws IOException {
        Map<String, Object> settings = new HashMap<>();
        settings.put("spring.config.name", "gateway");
        settings.put("DEMARC_PORT", "0");
        settings.put("DEMARC_MONGODB_URI", store.connectionString("demarc"));
        settings.put("DEMARC_CATALOG_URL", catalog.baseUrl());
        settings.put("DEMARC_ASSESSMENT_URL", assessment.baseUrl());
        settings.put("DEMARC_NOTIFICATION_URL", "http://127.0.0.1:" + closedPort());
        settings.put("DEMARC_KEY_PEPPER_FILE", dir.resolve("pepper").toString());
        settings.put("DEMARC_INTERNAL_TOKEN_PRIVATE_KEY_FILE", keys.privateKey().toString());
        settings.put("DEMARC_BOOTSTRAP_ADMIN_KEY_FILE", adminKeyFile.toString());
        settings.put("DEMARC_KEY_CACHE", "1s");
        settings.put("DEMARC_TRUSTED_PROXIES", "127\\.0\\.0\\.1");
        settings.put("DEMARC_MAX_BODY", MAX_BODY + "B");
        settings.put("DEMARC_MAX_INGEST_BODY", MAX_INGEST_BODY + "B");
        settings.put("DEMARC_INGEST_RATE", "1");
        settings.put("DEMARC_INGEST_BURST", INGEST_BURST);
        settings.put("DEMARC_BURST", "1000");
        settings.put("DEMARC_FAILED_LOGINS", "10");
        settings.put("DEMARC_TIMEOUT", "2s");
        return settings;
    }

    /**
     * Another gateway, or this one after a restart: the same store and pepper, some settings of its own. It stays until
     * all is over, since the first to close takes the event loops of all with it.
     */
    ConfigurableApplicationContext another(Map<String, Object> own) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(own);
        ConfigurableApplicationContext another = start(all);
        others.add(another);
        return another;
    }

    /** A client that has no key and comes from an address of its own. */
    WebTestClient stranger() {
        String address = "192.0.2." + names.incrementAndGet();
        return WebTestClient.bindToServer().baseUrl(url()).responseTimeout(Duration.ofSeconds(30))
                .defaultHeader("X-Forwarded-For", address).build();
    }

    /** A client with a new key of a role. */
    WebTestClient caller(Role role, String... teams) {
        return caller(key(role, teams).text().text());
    }

    WebTestClient caller(String key) {
        return stranger().mutate().defaultHeader("Authorization", "Bearer " + key).build();
    }

    ApiKeys.Issued key(Role role, String... teams) {
        ApiKeys all = context.getBean(ApiKeys.class);
        return Await.one(all.create("test " + names.incrementAndGet(), role, Set.of(teams), null, "test"));
    }

    /** As a service verifies. */
    InternalTokenVerifier verifier(String audience) {
        return new InternalTokenVerifier(InternalKeys.readPublic(keys.publicKey()), audience, Clock.systemUTC());
    }

    MongoDatabase database() {
        return context.getBean(MongoDatabase.class);
    }

    String url() {
        return url(context);
    }

    static String url(ConfigurableApplicationContext context) {
        return "http://127.0.0.1:" + Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
    }

    private void close() {
        others.forEach(ConfigurableApplicationContext::close);
        context.close();
        assessment.stop();
        catalog.stop();
        store.close();
    }

    private static WireMockServer service() {
        WireMockServer service = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1")
                .containerThreads(20).gzipDisabled(true));
        service.start();
        return service;
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
