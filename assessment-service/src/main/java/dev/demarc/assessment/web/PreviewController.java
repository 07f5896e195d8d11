package dev.demarc.assessment.web;

import dev.demarc.assessment.application.PreviewWorkload;
import dev.demarc.assessment.application.SubjectLine;
import dev.demarc.contracts.subject.SubjectRef;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** What would be, before it is. */
@RestController
public final class PreviewController {

    private final PreviewWorkload preview;
    private final Scheduler blocking;

    /** Answers by this use case. */
    public PreviewController(PreviewWorkload preview, Scheduler blocking) {
        this.preview = preview;
        this.blocking = blocking;
    }

    /** A selector, and the workload that would have it; without one a new workload. */
    public record PreviewInput(@Nullable String id, WorkloadInput.SelectorInput selector) {
        /** Checks the id. */
        public PreviewInput {
            if (id != null) {
                WorkloadInput.checkId(id);
            }
        }
    }

    /** As {@code Preview} in openapi.yaml. */
    public record View(int total, int examined, boolean complete, List<Item> items,
            List<PreviewWorkload.OfWorkload> workloads) {

        private static View of(PreviewWorkload.Preview preview) {
            return new View(preview.total(), preview.examined(), preview.complete(),
                    preview.items().stream().map(match -> Item.of(match.line(), match.belongs())).toList(),
                    preview.workloads());
        }
    }

    /** A match; {@code workload} is the one that it belongs to now. */
    public record Item(SubjectRef subject, Map<String, String> tags, @Nullable String workload, boolean belongs) {

        private static Item of(SubjectLine line, boolean belongs) {
            return new Item(line.ref(), line.tags(), line.assignment().workload(), belongs);
        }
    }

    /** Which resources the selector would choose. */
    @PostMapping("/api/workloads/preview")
    public Mono<View> preview(@RequestBody Mono<PreviewInput> input) {
        return input.publishOn(blocking)
                .map(given -> View.of(preview.preview(given.id(), given.selector().selector())));
    }
}
