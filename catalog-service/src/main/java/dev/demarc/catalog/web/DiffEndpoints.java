package dev.demarc.catalog.web;

import dev.demarc.catalog.model.PublishedVersion;
import dev.demarc.catalog.model.VersionEntry;
import dev.demarc.catalog.model.Versions;
import dev.demarc.catalog.publishing.Catalog;
import dev.demarc.catalog.publishing.Drafts;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.platform.web.BadInput;
import dev.demarc.platform.web.NotFound;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.NotAcceptableStatusException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What changes between two versions, as JSON or as a page for people. */
@RestController
public final class DiffEndpoints {

    private static final String DRAFT = "draft";
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,8}");
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final String NOTHING_FROM_ELSEWHERE = "default-src 'none'; style-src 'unsafe-inline'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Catalog catalog;
    private final Drafts drafts;

    /** Compares what is published here and drafted there. */
    public DiffEndpoints(Catalog catalog, Drafts drafts) {
        this.catalog = catalog;
        this.drafts = drafts;
    }

    @GetMapping("/api/catalog/service-models/{provider}/{service}/diff")
    Mono<ResponseEntity<?>> diff(@PathVariable String provider, @PathVariable String service,
            @RequestParam @Nullable String from, @RequestParam @Nullable String to,
            @RequestHeader HttpHeaders headers) {
        String key = provider + "/" + service;
        boolean page = asPage(headers);
        return catalog.versions(key).publishOn(Schedulers.boundedElastic()).map(versions -> {
            String before = side("from", from, inForce(key, versions, from));
            String after = side("to", to, DRAFT);
            DiffItem diff = DiffItem.of(before, content(key, before), after, content(key, after));
            return page
                    ? ResponseEntity.ok().contentType(HTML)
                            .header("Content-Security-Policy", NOTHING_FROM_ELSEWHERE).body(DiffPage.html(diff))
                    : ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(diff);
        });
    }

    private static String inForce(String key, Versions versions, @Nullable String given) {
        VersionEntry entry = versions.inForce().get(key);
        if (entry == null && given == null) {
            throw new NotFound("service model in force", key);
        }
        return entry == null ? "" : Integer.toString(entry.version());
    }

    private static String side(String field, @Nullable String given, String otherwise) {
        if (given == null) {
            return otherwise;
        }
        if (!given.equals(DRAFT) && !VERSION.matcher(given).matches()) {
            throw new BadInput(field, given, "the number of a version, or draft");
        }
        return given;
    }

    private ServiceModel content(String key, String side) {
        if (side.equals(DRAFT)) {
            return drafts.find(key).map(Drafts.Checked::model)
                    .orElseThrow(() -> new NotFound("draft of the service model", key));
        }
        return catalog.version(key, Integer.parseInt(side)).map(PublishedVersion::model).blockOptional()
                .orElseThrow(() -> new NotFound("service model version", VersionEntry.id(key, Integer.parseInt(side))));
    }

    /** JSON unless the reader would rather have a page. */
    private static boolean asPage(HttpHeaders headers) {
        List<MediaType> accepted = new ArrayList<>(headers.getAccept());
        if (accepted.isEmpty()) {
            return false;
        }
        MimeTypeUtils.sortBySpecificity(accepted);
        for (MediaType type : accepted) {
            if (type.includes(MediaType.APPLICATION_JSON)) {
                return false;
            }
            if (type.includes(MediaType.TEXT_HTML)) {
                return true;
            }
        }
        throw new NotAcceptableStatusException(List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_HTML));
    }
}
