package dev.demarc.notification;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.demarc.contracts.Topic;
import dev.demarc.notification.application.Attempting;
import dev.demarc.notification.application.Channel;
import dev.demarc.notification.application.Channels;
import dev.demarc.notification.application.DeliveryStore;
import dev.demarc.notification.application.Dispatching;
import dev.demarc.notification.application.EndpointHealth;
import dev.demarc.notification.application.EndpointStore;
import dev.demarc.notification.application.Lanes;
import dev.demarc.notification.application.ManagingEndpoints;
import dev.demarc.notification.application.Purging;
import dev.demarc.notification.application.ReceivingGaps;
import dev.demarc.notification.application.Replaying;
import dev.demarc.notification.application.Secrets;
import dev.demarc.notification.application.SequenceStore;
import dev.demarc.notification.application.SummaryStore;
import dev.demarc.notification.application.TellingSummaries;
import dev.demarc.notification.application.TestingEndpoint;
import dev.demarc.notification.delivery.AddressPolicy;
import dev.demarc.notification.delivery.AesSecrets;
import dev.demarc.notification.delivery.HostResolver;
import dev.demarc.notification.delivery.RandomIds;
import dev.demarc.notification.delivery.Wakeup;
import dev.demarc.notification.delivery.WebhookChannel;
import dev.demarc.notification.delivery.WebhookSettings;
import dev.demarc.notification.delivery.WorkerLoop;
import dev.demarc.notification.messaging.GapsConsumer;
import dev.demarc.notification.model.RetrySchedule;
import dev.demarc.notification.model.SummaryTiming;
import dev.demarc.notification.mongo.MongoDeliveryStore;
import dev.demarc.notification.mongo.MongoEndpointStore;
import dev.demarc.notification.mongo.MongoSequenceStore;
import dev.demarc.notification.mongo.MongoSummaryStore;
import dev.demarc.notification.web.DeliveryController;
import dev.demarc.notification.web.EndpointController;
import dev.demarc.platform.deadletters.DeadLettersConfiguration;
import dev.demarc.platform.events.BatchFunction;
import dev.demarc.platform.events.Bindings;
import dev.demarc.platform.events.ConsumersStart;
import dev.demarc.platform.events.EventsConfiguration;
import dev.demarc.platform.events.Topics;
import dev.demarc.platform.mongo.MongoConfiguration;
import dev.demarc.platform.security.AccessRule;
import dev.demarc.platform.security.AccessRules;
import dev.demarc.platform.security.InternalTokenConfiguration;
import dev.demarc.platform.security.Role;
import dev.demarc.platform.web.WebConfiguration;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.messaging.Message;

/** All wiring of the service. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(NotificationProperties.class)
@Import({WebConfiguration.class, InternalTokenConfiguration.class, EventsConfiguration.class, MongoConfiguration.class,
        DeadLettersConfiguration.class})
public class NotificationConfiguration {

    /** The {@code spring.config.name} that this configuration needs. */
    public static final String CONFIG_NAME = "notification-service";
    private static final int RESPONSE_BYTES = 1024;

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }

    @Bean
    @ConditionalOnMissingBean
    HostResolver hostResolver() {
        return HostResolver.system();
    }

    @Bean
    AccessRules accessRules() {
        return AccessRules.of(
                AccessRule.read("/api/notifications/**", Role.VIEWER),
                AccessRule.on("/api/notifications/**", Role.EDITOR),
                AccessRule.on("/api/dead-letters/notification/**", Role.EDITOR));
    }

    // stores

    @Bean
    EndpointStore endpointStore(MongoDatabase database) {
        return new MongoEndpointStore(database);
    }

    @Bean
    DeliveryStore deliveryStore(MongoDatabase database) {
        return new MongoDeliveryStore(database);
    }

    @Bean
    SequenceStore sequenceStore(MongoDatabase database) {
        return new MongoSequenceStore(database);
    }

    @Bean
    SummaryStore summaryStore(MongoDatabase database, Clock clock) {
        return new MongoSummaryStore(database, clock);
    }

    // sending

    @Bean
    RetrySchedule retrySchedule(NotificationProperties settings) {
        return new RetrySchedule(settings.retries());
    }

    @Bean
    RandomIds randomIds() {
        return new RandomIds();
    }

    @Bean
    Secrets secrets(NotificationProperties settings) {
        return AesSecrets.from(Objects.requireNonNull(settings.secretsKeyFile()));
    }

    @Bean
    WebhookChannel webhookChannel(HostResolver resolver, NotificationProperties settings) {
        return new WebhookChannel(resolver,
                new AddressPolicy(settings.webhook().allowedCidrs(), settings.webhook().allowHttp()),
                new WebhookSettings(settings.webhook().timeout(), RESPONSE_BYTES));
    }

    @Bean
    Channels channels(List<Channel> channels) {
        return new Channels(channels);
    }

    @Bean
    Wakeup wakeup() {
        return new Wakeup();
    }

    @Bean
    EndpointHealth endpointHealth(EndpointStore endpoints, DeliveryStore deliveries, NotificationProperties settings,
            Clock clock) {
        return new EndpointHealth(endpoints, deliveries, settings.disableAfter(), clock);
    }

    @Bean
    Attempting attempting(DeliveryStore deliveries, EndpointHealth health, Channels channels, Secrets secrets,
            RetrySchedule schedule, Clock clock) {
        return new Attempting(deliveries, health, channels, secrets, schedule, RandomGenerator.getDefault(), clock);
    }

    @Bean
    Dispatching dispatching(EndpointStore endpoints, DeliveryStore deliveries, Attempting attempting,
            RetrySchedule schedule, RandomIds ids, NotificationProperties settings, Clock clock, Wakeup wakeup) {
        return new Dispatching(endpoints, deliveries, attempting, new Lanes(settings.concurrency(), clock), schedule,
                ids.worker(), settings.lease(), clock, wakeup);
    }

    @Bean
    TellingSummaries tellingSummaries(SummaryStore summaries, EndpointStore endpoints, DeliveryStore deliveries,
            RetrySchedule schedule, Clock clock) {
        return new TellingSummaries(summaries, endpoints, deliveries, schedule, clock);
    }

    @Bean
    Purging purging(DeliveryStore deliveries, SequenceStore sequences, SummaryStore summaries,
            NotificationProperties settings, Clock clock) {
        return new Purging(deliveries, sequences, summaries, settings.retention(), clock);
    }

    @Bean
    WorkerLoop workerLoop(Dispatching dispatching, TellingSummaries telling, Purging purging, Wakeup wakeup,
            NotificationProperties settings, Clock clock) {
        return new WorkerLoop(dispatching, telling, purging, wakeup, settings.poll(), clock);
    }

    // gaps

    @Bean
    ReceivingGaps receivingGaps(EndpointStore endpoints, DeliveryStore deliveries, SequenceStore sequences,
            SummaryStore summaries, RetrySchedule schedule, NotificationProperties settings, Clock clock,
            Wakeup wakeup) {
        return new ReceivingGaps(endpoints, deliveries, sequences, summaries, schedule,
                new SummaryTiming(settings.baseline().quiet(), settings.baseline().longest()), clock, wakeup);
    }

    @Bean
    Consumer<Message<List<byte[]>>> gaps(ReceivingGaps receiving) {
        return BatchFunction.of(new GapsConsumer(receiving));
    }

    @Bean
    ConsumersStart consumersStart(Topics topics, Bindings bindings, MongoDatabase database) {
        CompletableFuture<Void> indexed = CompletableFuture.runAsync(() -> {
            MongoDeliveryStore.ensureIndexes(database);
            MongoSequenceStore.ensureIndexes(database);
            MongoSummaryStore.ensureIndexes(database);
        }, work -> Thread.ofVirtual().name("demarc-notification-indexes").start(work));
        return new ConsumersStart(topics, bindings, List.of(Topic.GAPS, Topic.NOTIFICATION_DEAD_LETTERS), indexed,
                List.of("gaps", "deadLetters"));
    }

    // HTTP

    @Bean
    EndpointController endpointController(EndpointStore endpoints, DeliveryStore deliveries, Channels channels,
            Secrets secrets, Attempting attempting, RandomIds ids, NotificationProperties settings, Clock clock) {
        return new EndpointController(endpoints,
                new ManagingEndpoints(endpoints, deliveries, channels, secrets, ids::endpoint,
                        settings.secretOverlap(), settings.maxEndpoints(), clock),
                new TestingEndpoint(deliveries, attempting, ids::endpoint, ids.worker(), settings.lease(), clock));
    }

    @Bean
    DeliveryController deliveryController(DeliveryStore deliveries, EndpointStore endpoints, Clock clock,
            Wakeup wakeup) {
        return new DeliveryController(deliveries, endpoints, new Replaying(deliveries, clock, wakeup));
    }
}
