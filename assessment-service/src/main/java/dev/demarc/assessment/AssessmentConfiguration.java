package dev.demarc.assessment;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.demarc.assessment.application.AccountAsks;
import dev.demarc.assessment.application.AskReaders;
import dev.demarc.assessment.application.AssessSubjects;
import dev.demarc.assessment.application.ContextStore;
import dev.demarc.assessment.application.EditContext;
import dev.demarc.assessment.application.Events;
import dev.demarc.assessment.application.Heard;
import dev.demarc.assessment.application.GapViewStore;
import dev.demarc.assessment.application.HeardStore;
import dev.demarc.assessment.application.Ingest;
import dev.demarc.assessment.application.OutcomeViewStore;
import dev.demarc.assessment.application.ProjectGaps;
import dev.demarc.assessment.application.ProjectOutcomes;
import dev.demarc.assessment.application.RunStore;
import dev.demarc.assessment.application.RunWorker;
import dev.demarc.assessment.application.Snapshots;
import dev.demarc.assessment.application.SubjectFolding;
import dev.demarc.assessment.application.SubjectStore;
import dev.demarc.assessment.application.Sweeper;
import dev.demarc.assessment.application.TimeScanner;
import dev.demarc.assessment.ingest.aws.AwsConfigAdapter;
import dev.demarc.assessment.messaging.CatalogReader;
import dev.demarc.assessment.messaging.ChangesHandler;
import dev.demarc.assessment.messaging.ContextEditsHandler;
import dev.demarc.assessment.messaging.ContextReader;
import dev.demarc.assessment.messaging.GapViewsHandler;
import dev.demarc.assessment.messaging.Housekeeping;
import dev.demarc.assessment.messaging.OutcomeViewsHandler;
import dev.demarc.assessment.messaging.PublishedEvents;
import dev.demarc.assessment.messaging.RawIngestHandler;
import dev.demarc.assessment.messaging.ReassessHandler;
import dev.demarc.assessment.model.DueDates;
import dev.demarc.assessment.model.Judging;
import dev.demarc.assessment.mongo.MongoContext;
import dev.demarc.assessment.mongo.MongoGapViews;
import dev.demarc.assessment.mongo.MongoHeard;
import dev.demarc.assessment.mongo.MongoOutcomeViews;
import dev.demarc.assessment.mongo.MongoRuns;
import dev.demarc.assessment.mongo.MongoSubjects;
import dev.demarc.checks.CheckLanguage;
import dev.demarc.contracts.Topic;
import dev.demarc.platform.deadletters.DeadLettersConfiguration;
import dev.demarc.platform.events.BatchFunction;
import dev.demarc.platform.events.Bindings;
import dev.demarc.platform.events.CompactedTopicReader;
import dev.demarc.platform.events.CompactedTopics;
import dev.demarc.platform.events.ConsumersStart;
import dev.demarc.platform.events.EventPublisher;
import dev.demarc.platform.events.EventsConfiguration;
import dev.demarc.platform.events.Topics;
import dev.demarc.platform.mongo.MongoConfiguration;
import dev.demarc.platform.security.AccessRule;
import dev.demarc.platform.security.AccessRules;
import dev.demarc.platform.security.InternalTokenConfiguration;
import dev.demarc.platform.security.Role;
import dev.demarc.platform.web.WebConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.messaging.Message;

/** All wiring of the service; the HTTP endpoints' is in {@link WebWiring}. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(AssessmentProperties.class)
@Import({WebConfiguration.class, InternalTokenConfiguration.class, EventsConfiguration.class, MongoConfiguration.class,
        DeadLettersConfiguration.class, WebWiring.class, StreamWiring.class})
public class AssessmentConfiguration {

    /** The {@code spring.config.name} that this configuration needs. */
    public static final String CONFIG_NAME = "assessment-service";

    private static final List<Topic> TOPICS = List.of(Topic.INGEST_RAW, Topic.CHANGES, Topic.SERVICE_MODELS,
            Topic.CONTEXT, Topic.REASSESS, Topic.GAPS, Topic.OUTCOMES, Topic.ASSESSMENT_DEAD_LETTERS);

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }

    // stores

    @Bean
    SubjectStore subjectStore(MongoDatabase database) {
        return new MongoSubjects(database);
    }

    @Bean
    ContextStore contextStore(MongoDatabase database) {
        return new MongoContext(database);
    }

    @Bean
    RunStore runStore(MongoDatabase database) {
        return new MongoRuns(database);
    }

    @Bean
    HeardStore heardStore(MongoDatabase database) {
        return new MongoHeard(database);
    }

    @Bean
    GapViewStore gapViewStore(MongoDatabase database) {
        return new MongoGapViews(database);
    }

    @Bean
    OutcomeViewStore outcomeViewStore(MongoDatabase database) {
        return new MongoOutcomeViews(database);
    }

    @Bean
    Events events(EventPublisher publisher) {
        return new PublishedEvents(publisher);
    }

    // use cases

    @Bean
    Snapshots snapshots() {
        return new Snapshots();
    }

    @Bean
    AssessSubjects assessSubjects(SubjectStore subjects, Events events, Snapshots snapshots,
            AssessmentProperties settings, Clock clock) {
        AssessmentProperties.Due due = settings.due();
        Judging judging = new Judging(new DueDates(due.critical(), due.high(), due.medium(), due.low()));
        return new AssessSubjects(subjects, events, snapshots, new SubjectFolding(judging, new AccountAsks(), clock));
    }

    @Bean
    EditContext editContext(ContextStore store, Events events, Snapshots snapshots, Clock clock) {
        return new EditContext(store, events, snapshots, clock);
    }

    @Bean
    Ingest ingest(Events events) {
        return new Ingest(events);
    }

    @Bean
    AskReaders askReaders(SubjectStore subjects, Events events, Snapshots snapshots, Clock clock) {
        return new AskReaders(subjects, events, snapshots, clock);
    }

    @Bean
    Housekeeping housekeeping(SubjectStore subjects, RunStore runs, Events events, Snapshots snapshots,
            AssessSubjects assess, EditContext context, AssessmentProperties settings, Clock clock) {
        return new Housekeeping(new Sweeper(subjects, assess, context, clock, settings.sweepAfter()),
                new RunWorker(runs, subjects, events, snapshots, clock), new TimeScanner(subjects, context, events,
                        snapshots, clock, settings.baselineLasts(), settings.tombstonesLast()));
    }

    // events in

    @Bean
    AwsConfigAdapter awsConfigAdapter() {
        return new AwsConfigAdapter();
    }

    @Bean
    CatalogReader catalogReader(Snapshots snapshots, RunStore runs, Clock clock) {
        return new CatalogReader(new CheckLanguage(), snapshots, runs, clock);
    }

    @Bean
    CompactedTopicReader serviceModels(CompactedTopics topics, CatalogReader reader) {
        return topics.reader(Topic.SERVICE_MODELS, reader);
    }

    @Bean
    CompactedTopicReader contextItems(CompactedTopics topics, Snapshots snapshots) {
        return topics.reader(Topic.CONTEXT, new ContextReader(snapshots));
    }

    @Bean
    Consumer<Message<List<byte[]>>> changes(AssessSubjects assess, EditContext context, HeardStore heard, Clock clock,
            MeterRegistry meters) {
        return BatchFunction.of(new ChangesHandler(assess, context, new Heard(heard), clock, meters));
    }

    @Bean
    Consumer<Message<List<byte[]>>> reassess(AssessSubjects assess, AskReaders askReaders, RunStore runs) {
        return BatchFunction.of(new ReassessHandler(assess, askReaders, runs));
    }

    @Bean
    Consumer<Message<List<byte[]>>> contextEdits(RunStore runs, Events events, Snapshots snapshots, Clock clock) {
        return BatchFunction.of(new ContextEditsHandler(runs, events, snapshots, clock));
    }

    @Bean
    Consumer<Message<List<byte[]>>> ingestRaw(AwsConfigAdapter adapter, Ingest ingest, Clock clock) {
        return BatchFunction.of(new RawIngestHandler(adapter, ingest, clock));
    }

    @Bean
    Consumer<Message<List<byte[]>>> gapViews(GapViewStore store) {
        return BatchFunction.of(new GapViewsHandler(new ProjectGaps(store)));
    }

    @Bean
    Consumer<Message<List<byte[]>>> outcomeViews(OutcomeViewStore store) {
        return BatchFunction.of(new OutcomeViewsHandler(new ProjectOutcomes(store)));
    }

    /** Nothing is judged before the catalog's first marker and the whole context have been read. */
    @Bean
    ConsumersStart consumersStart(Topics topics, Bindings bindings, CatalogReader catalog,
            CompactedTopicReader contextItems) {
        CompletableFuture<Void> ready = CompletableFuture.allOf(catalog.firstMarker(), contextItems.caughtUp());
        return new ConsumersStart(topics, bindings, TOPICS, ready,
                List.of("changes", "reassess", "contextEdits", "ingestRaw", "gapViews", "outcomeViews", "deadLetters"));
    }

    // HTTP

    @Bean
    AccessRules accessRules() {
        return AccessRules.of(AccessRule.on("/api/ingest/**", Role.INGESTER),
                AccessRule.on("/api/dead-letters/assessment/**", Role.EDITOR), AccessRule.read("/api/**", Role.VIEWER),
                AccessRule.on("/api/**", Role.EDITOR));
    }
}
