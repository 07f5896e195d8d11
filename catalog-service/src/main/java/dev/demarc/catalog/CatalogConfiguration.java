package dev.demarc.catalog;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.demarc.catalog.files.CatalogFiles;
import dev.demarc.catalog.files.DraftFile;
import dev.demarc.catalog.files.FrameworkFiles;
import dev.demarc.catalog.model.BundledCatalog;
import dev.demarc.catalog.model.DraftRules;
import dev.demarc.catalog.model.Frameworks;
import dev.demarc.catalog.model.ModelRules;
import dev.demarc.catalog.publishing.Catalog;
import dev.demarc.catalog.publishing.CatalogStart;
import dev.demarc.catalog.publishing.DraftStore;
import dev.demarc.catalog.publishing.Drafts;
import dev.demarc.catalog.publishing.Publication;
import dev.demarc.catalog.publishing.PublishedTopic;
import dev.demarc.catalog.publishing.Publishing;
import dev.demarc.catalog.publishing.ServiceModelStore;
import dev.demarc.catalog.web.CompareEndpoint;
import dev.demarc.catalog.web.ControlEndpoints;
import dev.demarc.catalog.web.DiffEndpoints;
import dev.demarc.catalog.web.DraftEndpoints;
import dev.demarc.catalog.web.DraftListEndpoint;
import dev.demarc.catalog.web.FrameworkEndpoint;
import dev.demarc.catalog.web.MatrixEndpoints;
import dev.demarc.catalog.web.OscalEndpoints;
import dev.demarc.catalog.web.PublishingEndpoints;
import dev.demarc.catalog.web.ServiceModelEndpoints;
import dev.demarc.checks.CheckLanguage;
import dev.demarc.contracts.Topic;
import dev.demarc.platform.events.CompactedTopics;
import dev.demarc.platform.events.EventPublisher;
import dev.demarc.platform.events.EventsConfiguration;
import dev.demarc.platform.events.Topics;
import dev.demarc.platform.mongo.MongoConfiguration;
import dev.demarc.platform.security.AccessRule;
import dev.demarc.platform.security.AccessRules;
import dev.demarc.platform.security.InternalTokenConfiguration;
import dev.demarc.platform.security.Role;
import dev.demarc.platform.web.WebConfiguration;
import java.time.Clock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

/** All of the service's wiring. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = KafkaAutoConfiguration.class)
@EnableConfigurationProperties(CatalogProperties.class)
@Import({WebConfiguration.class, InternalTokenConfiguration.class, EventsConfiguration.class,
        MongoConfiguration.class})
public class CatalogConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    AccessRules accessRules() {
        String models = "/api/catalog/service-models/*/*";
        return AccessRules.of(AccessRule.read("/api/catalog/**", Role.VIEWER),
                AccessRule.on(models + "/draft", Role.EDITOR, HttpMethod.PUT, HttpMethod.DELETE),
                AccessRule.on(models + "/publish", Role.ADMIN, HttpMethod.POST),
                AccessRule.on(models + "/retire", Role.ADMIN, HttpMethod.POST));
    }

    @Bean
    ModelRules modelRules() {
        return new ModelRules(new CheckLanguage());
    }

    @Bean
    BundledCatalog bundledCatalog(CatalogProperties properties, ModelRules rules) {
        return CatalogFiles.load(properties.location(), rules);
    }

    @Bean
    ServiceModelStore serviceModelStore(MongoDatabase database) {
        return new ServiceModelStore(database);
    }

    @Bean
    PublishedTopic publishedTopic() {
        return new PublishedTopic();
    }

    @Bean
    Publication publication(ServiceModelStore store, PublishedTopic topic, EventPublisher publisher, Clock clock) {
        return new Publication(store, topic, publisher, clock);
    }

    @Bean
    DraftStore draftStore(MongoDatabase database) {
        return new DraftStore(database);
    }

    @Bean
    Drafts drafts(DraftStore store, Catalog catalog, ModelRules rules, Frameworks frameworks, Clock clock) {
        return new Drafts(store, catalog, new DraftRules(rules, frameworks), clock);
    }

    @Bean
    Publishing publishing(Drafts drafts, DraftStore draftStore, ServiceModelStore store, Publication publication,
            Clock clock) {
        return new Publishing(drafts, draftStore, store, publication, clock);
    }

    @Bean
    CatalogStart catalogStart(BundledCatalog bundled, ServiceModelStore store, Publication publication,
            Publishing publishing, Topics topics, CompactedTopics compacted, PublishedTopic topic) {
        return new CatalogStart(bundled, store, publication, publishing, topics,
                compacted.reader(Topic.SERVICE_MODELS, topic));
    }

    /** Down when the catalog can never be published as it is; an outage of the broker is waited for and is not shown here. */
    @Bean
    HealthIndicator catalogPublication(CatalogStart start) {
        return () -> start.published().isCompletedExceptionally() ? Health.down().build() : Health.up().build();
    }

    @Bean
    Catalog catalog(ServiceModelStore store, BundledCatalog bundled) {
        return new Catalog(store, bundled);
    }

    @Bean
    ServiceModelEndpoints serviceModelEndpoints(Catalog catalog) {
        return new ServiceModelEndpoints(catalog);
    }

    @Bean
    Frameworks frameworks() {
        return FrameworkFiles.bundled();
    }

    @Bean
    MatrixEndpoints matrixEndpoints(Catalog catalog, Frameworks frameworks, Clock clock) {
        return new MatrixEndpoints(catalog, frameworks, clock);
    }

    @Bean
    CompareEndpoint compareEndpoint(Catalog catalog) {
        return new CompareEndpoint(catalog);
    }

    @Bean
    OscalEndpoints oscalEndpoints(Catalog catalog, Frameworks frameworks) {
        return new OscalEndpoints(catalog, frameworks);
    }

    @Bean
    DraftEndpoints draftEndpoints(Drafts drafts) {
        return new DraftEndpoints(drafts, new DraftFile());
    }

    @Bean
    DraftListEndpoint draftListEndpoint(Drafts drafts) {
        return new DraftListEndpoint(drafts);
    }

    @Bean
    FrameworkEndpoint frameworkEndpoint(Catalog catalog, Frameworks frameworks) {
        return new FrameworkEndpoint(catalog, frameworks);
    }

    @Bean
    PublishingEndpoints publishingEndpoints(Publishing publishing) {
        return new PublishingEndpoints(publishing);
    }

    @Bean
    DiffEndpoints diffEndpoints(Catalog catalog, Drafts drafts) {
        return new DiffEndpoints(catalog, drafts);
    }

    @Bean
    ControlEndpoints controlEndpoints(Catalog catalog) {
        return new ControlEndpoints(catalog);
    }
}
