package dev.demarc.catalog.web;

import dev.demarc.catalog.model.SourceFile;
import dev.demarc.catalog.publishing.DraftReader;
import dev.demarc.catalog.publishing.DraftReader.Format;
import dev.demarc.catalog.publishing.Drafts;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.platform.security.Caller;
import dev.demarc.platform.web.BadInput;
import dev.demarc.platform.web.InvalidBody;
import dev.demarc.platform.web.MissingPrecondition;
import dev.demarc.platform.web.NotFound;
import dev.demarc.platform.web.Problem;
import dev.demarc.platform.web.ProblemException;
import dev.demarc.platform.web.Revisions;
import dev.demarc.platform.web.StaleRevision;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The draft of a service model; its entity tag is its revision, which is never used again. */
@RestController
@RequestMapping("/api/catalog/service-models/{provider}/{service}/draft")
public final class DraftEndpoints {

    private final Drafts drafts;
    private final DraftReader reader;

    /** Edits these drafts, read so. */
    public DraftEndpoints(Drafts drafts, DraftReader reader) {
        this.drafts = drafts;
        this.reader = reader;
    }

    @GetMapping
    Mono<ResponseEntity<DraftItem>> get(@PathVariable String provider, @PathVariable String service) {
        String key = provider + "/" + service;
        return Mono.fromCallable(() -> answer(HttpStatus.OK, drafts.find(key).orElseThrow(() -> none(key))))
                .subscribeOn(Schedulers.boundedElastic());
    }

    @PutMapping(consumes = {"application/json", "application/yaml", "application/x-yaml", "text/yaml"})
    Mono<ResponseEntity<DraftItem>> put(@PathVariable String provider, @PathVariable String service,
            @RequestHeader HttpHeaders headers, @RequestBody Mono<byte[]> body, Caller caller) {
        String key = provider + "/" + service;
        return body.publishOn(Schedulers.boundedElastic()).map(bytes -> {
            SourceFile<ServiceModel> file = read(key, headers, bytes);
            Long given = given(headers);
            return switch (drafts.save(key, given, file, caller.id())) {
                case Drafts.Written(Drafts.Checked draft, boolean created) ->
                    answer(created ? HttpStatus.CREATED : HttpStatus.OK, draft);
                case Drafts.Stale(long current) -> throw stale(key, headers, given, current);
            };
        });
    }

    @DeleteMapping
    Mono<ResponseEntity<Void>> delete(@PathVariable String provider, @PathVariable String service,
            @RequestHeader HttpHeaders headers) {
        String key = provider + "/" + service;
        return Mono.fromCallable(() -> {
            long current = drafts.find(key).orElseThrow(() -> none(key)).draft().revision();
            Revisions.check(Revisions.optionalIfMatch(headers).orElseThrow(() -> new MissingPrecondition(current)),
                    current);
            if (!drafts.delete(key, current)) {
                throw new DraftGone(key, current);
            }
            return ResponseEntity.noContent().<Void>build();
        }).subscribeOn(Schedulers.boundedElastic());
    }

    private SourceFile<ServiceModel> read(String key, HttpHeaders headers, byte[] body) {
        SourceFile<ServiceModel> file = switch (reader.read(format(headers), body)) {
            case DraftReader.Draft(SourceFile<ServiceModel> draft) -> draft;
            case DraftReader.Unreadable unreadable -> throw new InvalidBody(HttpStatus.BAD_REQUEST,
                    "the draft can't be read and is not saved", ProblemItems.of(unreadable.problems()));
            case DraftReader.Misshapen misshapen -> throw new InvalidBody(HttpStatus.UNPROCESSABLE_CONTENT,
                    "the draft is no service model and is not saved", ProblemItems.of(misshapen.problems()));
        };
        if (!file.content().key().equals(key)) {
            throw new BadInput("key", file.content().key(), "'" + key + "', as in the address");
        }
        return file;
    }

    private static Format format(HttpHeaders headers) {
        MediaType type = headers.getContentType();
        return type != null && type.getSubtype().endsWith("yaml") ? Format.YAML : Format.JSON;
    }

    private static @Nullable Long given(HttpHeaders headers) {
        OptionalLong given = Revisions.optionalIfMatch(headers);
        return given.isPresent() ? given.getAsLong() : null;
    }

    private static ProblemException stale(String key, HttpHeaders headers, @Nullable Long given, long current) {
        if (given != null) {
            return current == 0 ? new DraftGone(key, given) : new StaleRevision(given, current);
        }
        return Revisions.createOnly(headers) ? new DraftExists(key, current) : new MissingPrecondition(current);
    }

    private static NotFound none(String key) {
        return new NotFound("draft of the service model", key);
    }

    private static ResponseEntity<DraftItem> answer(HttpStatus status, Drafts.Checked draft) {
        return ResponseEntity.status(status).eTag(Revisions.etag(draft.draft().revision())).body(DraftItem.of(draft));
    }

    /** 412: somebody has a draft already, and the editor asked to begin one. */
    private static final class DraftExists extends ProblemException {

        DraftExists(String key, long current) {
            super(Problem.of(HttpStatus.PRECONDITION_FAILED, "there is a draft of " + key
                    + " already; read it, and send its ETag as If-Match to replace it")
                    .at(HttpHeaders.IF_NONE_MATCH, "*", Revisions.etag(current)));
        }
    }
}
