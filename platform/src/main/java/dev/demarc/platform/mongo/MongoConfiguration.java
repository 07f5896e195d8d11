package dev.demarc.platform.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import org.bson.UuidRepresentation;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The store's client and database; a service imports it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MongoProperties.class)
public class MongoConfiguration {

    /** One client; an outage surfaces after the selection timeout, and a write is never repeated behind our back. */
    @Bean
    MongoClient mongoClient(MongoProperties properties, @Value("${spring.application.name}") String service) {
        int selection = Math.toIntExact(properties.selectionTimeout().toMillis());
        int read = Math.toIntExact(properties.readTimeout().toMillis());
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(properties.uri())).applicationName(service)
                .retryWrites(false).uuidRepresentation(UuidRepresentation.STANDARD)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(selection, TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(selection, TimeUnit.MILLISECONDS))
                .applyToServerSettings(server -> server.heartbeatFrequency(2, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(selection, TimeUnit.MILLISECONDS)
                        .readTimeout(read, TimeUnit.MILLISECONDS))
                .build());
    }

    /** The database that the connection string names. */
    @Bean
    MongoDatabase mongoDatabase(MongoClient client, MongoProperties properties) {
        String name = new ConnectionString(properties.uri()).getDatabase();
        if (name == null) {
            throw new IllegalArgumentException(
                    "demarc.mongodb.uri (DEMARC_MONGODB_URI) names no database, expected mongodb://host:port/demarc");
        }
        return client.getDatabase(name);
    }
}
