package dev.demarc.assessment.web;

import dev.demarc.assessment.application.GapFilter;
import dev.demarc.assessment.application.GapOrder;
import dev.demarc.assessment.application.QueryGaps;
import dev.demarc.assessment.model.GapView;
import dev.demarc.contracts.ContractJson;
import dev.demarc.platform.files.Csv;
import dev.demarc.platform.web.Download;
import dev.demarc.platform.web.BadInput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Gaps as a file. */
@RestController
public final class GapExportController {

    private static final int MOST = 200_000;
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType JSON_LINES = new MediaType("application", "jsonl");

    private final QueryGaps gaps;
    private final Scheduler blocking;
    private final Clock clock;

    /** Reads from the read side; the clock dates the file's name. */
    public GapExportController(QueryGaps gaps, Scheduler blocking, Clock clock) {
        this.gaps = gaps;
        this.blocking = blocking;
        this.clock = clock;
    }

    /** What the list with these filters has, in its order, read as fast as it is sent. */
    @GetMapping("/api/gaps/export")
    public Mono<ResponseEntity<Flux<DataBuffer>>> export(@RequestParam MultiValueMap<String, String> parameters) {
        return Mono.fromCallable(() -> export(GapsController.filter(new Query(parameters)),
                GapsController.order(parameters.getFirst("sort")), format(parameters.getFirst("format"))))
                .subscribeOn(blocking);
    }

    private enum Format {
        CSV,
        JSONL
    }

    private static Format format(@Nullable String word) {
        return switch (word == null || word.isEmpty() ? "csv" : word) {
            case "csv" -> Format.CSV;
            case "jsonl" -> Format.JSONL;
            default -> throw new BadInput("format", word, "csv or jsonl");
        };
    }

    private ResponseEntity<Flux<DataBuffer>> export(GapFilter filter, GapOrder order, Format format) {
        if (gaps.areMoreThan(filter, MOST)) {
            throw new BadInput("filters", "more than 200,000 gaps", "at most 200,000",
                    "more than 200,000 gaps match; expected at most 200,000, so narrow the filters");
        }
        String name = "demarc-gaps-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return switch (format) {
            case CSV -> Download.of(name + ".csv", CSV,
                    out -> Csv.write(GapColumns.ALL, gaps.all(filter, order), out));
            case JSONL -> Download.of(name + ".jsonl", JSON_LINES, out -> writeLines(gaps.all(filter, order), out));
        };
    }

    private static void writeLines(Iterator<GapView> gaps, OutputStream out) throws IOException {
        while (gaps.hasNext()) {
            out.write(ContractJson.mapper().writeValueAsBytes(GapItem.of(gaps.next())));
            out.write('\n');
        }
        out.flush();
    }
}
