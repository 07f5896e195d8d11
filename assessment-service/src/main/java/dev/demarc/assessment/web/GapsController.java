package dev.demarc.assessment.web;

import dev.demarc.assessment.application.GapFilter;
import dev.demarc.assessment.application.GapOrder;
import dev.demarc.assessment.application.GapViewStore.Place;
import dev.demarc.assessment.application.QueryGaps;
import dev.demarc.assessment.model.GapView;
import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.gap.GapReason;
import dev.demarc.contracts.gap.GapState;
import dev.demarc.platform.web.BadInput;
import dev.demarc.platform.web.Cursor;
import dev.demarc.platform.web.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Which gaps there are, and how many. */
@RestController
public final class GapsController {

    private static final int MOST = 50;
    private static final int MOST_DAYS = 90;
    private static final int DEFAULT_DAYS = 30;

    private final QueryGaps gaps;
    private final Scheduler blocking;
    private final Clock clock;

    /** Reads from the read side; the clock says which day it is. */
    public GapsController(QueryGaps gaps, Scheduler blocking, Clock clock) {
        this.gaps = gaps;
        this.blocking = blocking;
        this.clock = clock;
    }

    /** A page of gaps. */
    @GetMapping("/api/gaps")
    public Mono<Page<GapItem>> list(@RequestParam MultiValueMap<String, String> parameters) {
        return Mono.fromCallable(() -> list(new Query(parameters), order(parameters.getFirst("sort"))))
                .subscribeOn(blocking);
    }

    private Page<GapItem> list(Query query, GapOrder order) {
        GapFilter filter = filter(query);
        int limit = query.limit();
        String list = "gaps" + order.word();
        Place after = place(query.cursor(list, 2));
        OptionalLong total = gaps.total(filter);
        return Page.of(gaps.page(filter, order, after, limit + 1), limit,
                total.isPresent() ? total.getAsLong() : null, last -> cursor(query.list(list), order, last))
                .map(GapItem::of);
    }

    private Cursor cursor(String list, GapOrder order, GapView last) {
        Place place = gaps.place(order, last);
        return Cursor.of(list, Long.toString(place.value()), place.id());
    }

    private static @Nullable Place place(@Nullable Cursor cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return new Place(Long.parseLong(cursor.position().getFirst()), cursor.position().getLast());
        } catch (NumberFormatException e) {
            throw new BadInput("cursor", cursor.position(), "the value of next from the page before");
        }
    }

    static GapOrder order(@Nullable String word) {
        if (word == null || word.isEmpty()) {
            return GapOrder.MOST_SEVERE;
        }
        return Arrays.stream(GapOrder.values()).filter(order -> order.word().equals(word)).findAny()
                .orElseThrow(() -> new BadInput("sort", word, Arrays.stream(GapOrder.values()).map(GapOrder::word)
                        .collect(Collectors.joining(", ", "one of ", ""))));
    }

    static GapFilter filter(Query query) {
        return new GapFilter(query.words("state", GapState.class), query.values("team", MOST, Shape.OWNER),
                query.values("workload", MOST, Shape.SLUG), query.words("severity", Severity.class),
                query.values("control", MOST, Shape.CONTROL), query.values("provider", 10, Shape.PROVIDER),
                query.values("account", MOST, Shape.ACCOUNT), query.words("reason", GapReason.class),
                query.values("subject", MOST, Shape.SUBJECT), query.values("type", MOST, Shape.TYPE),
                query.values("check", MOST, Shape.CONTROL),
                query.instant("openedSince"), query.instant("resolvedSince"), query.instant("dueBefore"));
    }

    /** The counts. */
    @GetMapping("/api/gaps/summary")
    public Mono<QueryGaps.Summary> summary() {
        return Mono.fromCallable(gaps::summary).subscribeOn(blocking);
    }

    /** What happened day by day. */
    public record Trend(List<QueryGaps.OnDay> days) {
        /** Copies the days. */
        public Trend {
            days = List.copyOf(days);
        }
    }

    /** The last days, today included. */
    @GetMapping("/api/gaps/trend")
    public Mono<Trend> trend(@RequestParam(required = false) @Nullable String days) {
        return Mono.fromCallable(
                () -> new Trend(gaps.trend(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), days(days))))
                .subscribeOn(blocking);
    }

    private static int days(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return DEFAULT_DAYS;
        }
        int days = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (days < 1 || days > MOST_DAYS) {
            throw new BadInput("days", text, "a whole number from 1 to " + MOST_DAYS);
        }
        return days;
    }
}
