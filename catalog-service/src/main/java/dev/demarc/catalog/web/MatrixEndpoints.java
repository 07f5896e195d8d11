package dev.demarc.catalog.web;

import dev.demarc.catalog.export.FrameworkRows;
import dev.demarc.catalog.export.MatrixTable;
import dev.demarc.catalog.export.Selection;
import dev.demarc.catalog.model.Frameworks;
import dev.demarc.catalog.model.PublishedVersion;
import dev.demarc.catalog.publishing.Catalog;
import dev.demarc.platform.web.Download;
import dev.demarc.platform.web.BadInput;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The matrix, as JSON for programs and as a table for auditors. */
@RestController
@RequestMapping("/api/catalog/matrix")
public final class MatrixEndpoints {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8;header=present");
    private static final MediaType XLSX = MediaType
            .parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Catalog catalog;
    private final Frameworks frameworks;
    private final Clock clock;

    /** The clock gives the time that stands in a workbook. */
    public MatrixEndpoints(Catalog catalog, Frameworks frameworks, Clock clock) {
        this.catalog = catalog;
        this.frameworks = frameworks;
        this.clock = clock;
    }

    /** What is selected of what is in force. */
    private record Found(List<PublishedVersion> versions, @Nullable FrameworkRows framework) {}

    @GetMapping
    Mono<Matrix> json(@RequestParam @Nullable String provider, @RequestParam @Nullable String service,
            @RequestParam @Nullable String deliveryModel, @RequestParam @Nullable String framework,
            @RequestParam @Nullable String format) {
        if (format != null && !format.equals("json")) {
            throw new BadInput("format", format, "json, csv, xlsx");
        }
        Selection selection = Selections.of(provider, service, deliveryModel, framework);
        return Mono.zip(find(selection), catalog.controls())
                .map(found -> Matrix.of(found.getT1().versions().stream().map(PublishedVersion::model).toList(),
                        found.getT2().values(), found.getT1().framework()));
    }

    @GetMapping(params = "format=csv")
    Mono<ResponseEntity<Flux<DataBuffer>>> csv(@RequestParam @Nullable String provider,
            @RequestParam @Nullable String service, @RequestParam @Nullable String deliveryModel,
            @RequestParam @Nullable String framework) {
        Selection selection = Selections.of(provider, service, deliveryModel, framework);
        return table(selection).map(table -> Download.of(name(selection, "csv"), CSV, table::writeCsv));
    }

    @GetMapping(params = "format=xlsx")
    Mono<ResponseEntity<Flux<DataBuffer>>> xlsx(@RequestParam @Nullable String provider,
            @RequestParam @Nullable String service, @RequestParam @Nullable String deliveryModel,
            @RequestParam @Nullable String framework) {
        Selection selection = Selections.of(provider, service, deliveryModel, framework);
        Instant now = clock.instant();
        return table(selection)
                .map(table -> Download.of(name(selection, "xlsx"), XLSX, out -> table.writeXlsx(out, now)));
    }

    private Mono<MatrixTable> table(Selection selection) {
        return find(selection).map(found -> {
            MatrixTable table = MatrixTable.of(selection, found.versions(), found.framework());
            if (table.size() > MatrixTable.MOST_LINES) {
                throw new BadInput("provider", null, "a narrower selection", "the table would have " + table.size()
                        + " lines, more than " + MatrixTable.MOST_LINES + "; ask for a provider or a service");
            }
            return table;
        });
    }

    private Mono<Found> find(Selection selection) {
        return catalog.inForce().map(inForce -> {
            List<PublishedVersion> versions = Selections.select(selection, inForce);
            String framework = selection.framework();
            return new Found(versions,
                    framework == null ? null : Selections.rows(framework, frameworks, inForce, versions));
        });
    }

    private static String name(Selection selection, String extension) {
        return "demarc-matrix-" + selection.slug() + "." + extension;
    }
}
