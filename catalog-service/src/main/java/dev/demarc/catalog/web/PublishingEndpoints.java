package dev.demarc.catalog.web;

import dev.demarc.catalog.model.VersionEntry;
import dev.demarc.catalog.publishing.Publishing;
import dev.demarc.catalog.web.PublicationItem.Outcome;
import dev.demarc.platform.security.Caller;
import dev.demarc.platform.web.InvalidBody;
import dev.demarc.platform.web.NotFound;
import dev.demarc.platform.web.Revisions;
import dev.demarc.platform.web.StaleRevision;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Putting drafts in force and taking service models out of it; both may be asked again without harm. */
@RestController
@RequestMapping("/api/catalog/service-models/{provider}/{service}")
public final class PublishingEndpoints {

    private final Publishing publishing;

    /** Publishes by this. */
    public PublishingEndpoints(Publishing publishing) {
        this.publishing = publishing;
    }

    @PostMapping("/publish")
    Mono<ResponseEntity<PublicationItem>> publish(@PathVariable String provider, @PathVariable String service,
            @RequestHeader HttpHeaders headers, Caller caller) {
        String key = provider + "/" + service;
        return Mono.fromCallable(() -> publish(key, Revisions.ifMatch(headers), caller.id()))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private ResponseEntity<PublicationItem> publish(String key, long revision, String by) {
        return switch (publishing.publish(key, revision, by)) {
            case Publishing.Published(VersionEntry version) -> ResponseEntity
                    .created(URI.create("/api/catalog/service-models/" + key + "/versions/" + version.version()))
                    .body(PublicationItem.of(Outcome.PUBLISHED, version));
            case Publishing.AlreadyPublished(VersionEntry version) ->
                ResponseEntity.ok(PublicationItem.of(Outcome.ALREADY_PUBLISHED, version));
            case Publishing.Unchanged(VersionEntry version) ->
                ResponseEntity.ok(PublicationItem.of(Outcome.UNCHANGED, version));
            case Publishing.Refused refused -> throw new InvalidBody(HttpStatus.UNPROCESSABLE_CONTENT,
                    "the draft has problems and is not published", ProblemItems.of(refused.problems()));
            case Publishing.Stale(long current) -> throw new StaleRevision(revision, current);
            case Publishing.NoDraft _ -> throw new NotFound("draft of the service model", key);
        };
    }

    @PostMapping("/retire")
    Mono<RetirementItem> retire(@PathVariable String provider, @PathVariable String service) {
        String key = provider + "/" + service;
        return Mono.fromCallable(() -> publishing.retire(key).orElseThrow(() -> new NotFound("service model", key)))
                .map(it -> new RetirementItem(it.key(), it.version(), it.retiredAt()))
                .subscribeOn(Schedulers.boundedElastic());
    }
}
