package dev.demarc.catalog;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.demarc.catalog.files.CatalogFiles;
import dev.demarc.catalog.files.FrameworkFiles;
import dev.demarc.catalog.model.BundledCatalog;
import dev.demarc.catalog.model.Frameworks;
import dev.demarc.catalog.model.ModelRules;
import dev.demarc.catalog.publishing.Catalog;
import dev.demarc.catalog.publishing.CatalogStart;
import dev.demarc.catalog.publishing.Publication;
import dev.demarc.catalog.publishing.PublishedTopic;
import dev.demarc.catalog.publishing.ServiceModelStore;
import dev.demarc.catalog.web.CompareEndpoint;
import dev.demarc.catalog.web.ControlEndpoints;
import dev.demarc.catalog.web.MatrixEndpoints;
import dev.demarc.catalog.web.OscalEndpoints;
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
        return AccessRules.of(AccessRule.read("/api/catalog/**", Role.VIEWER));
    }

    @Bean
    BundledCatalog bundledCatalog(CatalogProperties properties) {
        return CatalogFiles.load(properties.location(), new ModelRules(new CheckLanguage()));
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
    CatalogStart catalogStart(BundledCatalog bundled, ServiceModelStore store, Publication publication, Topics topics,
            CompactedTopics compacted, PublishedTopic topic) {
        return new CatalogStart(bundled, store, publication, topics, compacted.reader(Topic.SERVICE_MODELS, topic));
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
    ControlEndpoints controlEndpoints(Catalog catalog) {
        return new ControlEndpoints(catalog);
    }
}
