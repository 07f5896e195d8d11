package dev.demarc.notification.mongo;

import com.mongodb.client.result.DeleteResult;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.demarc.notification.application.EndpointStore;
import dev.demarc.notification.model.Endpoint;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Endpoints in {@code notification.endpoints}. */
public final class MongoEndpointStore implements EndpointStore {

    /** The collection. */
    public static final String COLLECTION = "notification.endpoints";
    private static final String FAILING_SINCE = "failingSince";
    private static final Document BY_ID = new Document("_id", 1);

    private final MongoCollection<Document> endpoints;

    /** Needs no index but that on the id: there are few. */
    public MongoEndpointStore(MongoDatabase database) {
        this.endpoints = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Endpoint> find(String id) {
        return Mono.from(endpoints.find(Documents.filter("_id", id)).first()).map(EndpointMapping::read);
    }

    @Override
    public Flux<Endpoint> all() {
        return Flux.from(endpoints.find().sort(BY_ID)).map(EndpointMapping::read);
    }

    @Override
    public Flux<Endpoint> page(@Nullable Set<String> teams, @Nullable String after, int limit) {
        Document filter = ofTeams(teams);
        if (after != null) {
            filter.append("_id", new Document("$gt", after));
        }
        return Flux.from(endpoints.find(filter).sort(BY_ID).limit(limit)).map(EndpointMapping::read);
    }

    @Override
    public Mono<Long> count(@Nullable Set<String> teams) {
        return Flux.from(endpoints.find(ofTeams(teams)).projection(BY_ID)).count();
    }

    @Override
    public Mono<Void> insert(Endpoint endpoint) {
        return Mono.from(endpoints.insertOne(EndpointMapping.write(endpoint))).then();
    }

    /** Leaves {@code failingSince} to the tries, but for an endpoint whose state changed: that begins anew. */
    @Override
    public Mono<Boolean> replace(Endpoint endpoint) {
        Document set = EndpointMapping.write(endpoint);
        set.remove("_id");
        set.remove(FAILING_SINCE);
        Document unset = new Document();
        if (endpoint.failingSince() == null) {
            unset.append(FAILING_SINCE, "");
        }
        if (endpoint.team() == null) {
            unset.append("team", "");
        }
        if (endpoint.enabled()) {
            unset.append("disabledReason", "").append("disabledSince", "");
        }
        Document update = new Document("$set", set);
        if (!unset.isEmpty()) {
            update.append("$unset", unset);
        }
        return Mono.from(endpoints.updateOne(Documents.before(endpoint.id(), endpoint.revision()), update))
                .map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Mono<Boolean> delete(String id, long revision) {
        return Mono.from(endpoints.deleteOne(new Document("_id", id).append("revision", revision)))
                .map(DeleteResult::getDeletedCount).map(count -> count == 1);
    }

    @Override
    public Mono<Instant> failed(String id, Instant at) {
        return Mono.from(endpoints.updateOne(new Document("_id", id).append(FAILING_SINCE, null),
                new Document("$set", new Document(FAILING_SINCE, Date.from(at)))))
                .then(find(id))
                .mapNotNull(Endpoint::failingSince);
    }

    @Override
    public Mono<Void> succeeded(String id) {
        return Mono.from(endpoints.updateOne(Documents.filter("_id", id),
                new Document("$unset", new Document(FAILING_SINCE, ""))))
                .map(UpdateResult::getMatchedCount).then();
    }

    private static Document ofTeams(@Nullable Set<String> teams) {
        return teams == null ? new Document() : new Document("team", new Document("$in", teams.stream().toList()));
    }
}
