package dev.demarc.catalog.web;

import dev.demarc.catalog.publishing.Drafts;
import dev.demarc.platform.web.Cursor;
import dev.demarc.platform.web.Limit;
import dev.demarc.platform.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** All drafts that are open. */
@RestController
@RequestMapping("/api/catalog/drafts")
public final class DraftListEndpoint {

    private static final String LIST = "drafts";

    private final Drafts drafts;

    /** Lists these. */
    public DraftListEndpoint(Drafts drafts) {
        this.drafts = drafts;
    }

    @GetMapping
    Mono<Page<DraftSummary>> list(@RequestParam @Nullable String limit, @RequestParam @Nullable String cursor) {
        int size = Limit.parse(limit);
        Cursor after = Cursor.decode(LIST, cursor);
        return Mono.fromCallable(() -> {
            List<DraftSummary> read = drafts.list(after == null ? "" : after.position().getFirst(), size + 1).stream()
                    .map(DraftSummary::of).toList();
            return Page.of(read, size, drafts.count(), draft -> Cursor.of(LIST, draft.key()));
        }).subscribeOn(Schedulers.boundedElastic());
    }
}
