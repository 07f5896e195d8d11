package dev.demarc.assessment.web;

import dev.demarc.assessment.application.ResourceFilter;
import dev.demarc.assessment.application.ResourceStore;
import dev.demarc.assessment.application.ShowResponsibilities;
import dev.demarc.assessment.application.SubjectStore;
import dev.demarc.assessment.model.Subject;
import dev.demarc.contracts.subject.SubjectState;
import dev.demarc.platform.web.Cursor;
import dev.demarc.platform.web.NotFound;
import dev.demarc.platform.web.Page;
import dev.demarc.platform.web.Revisions;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** What is there, and who owns what on it. */
@RestController
@RequestMapping("/api/resources")
public final class ResourcesController {

    private static final String LIST = "resources";
    private static final int MOST_COUNTED = 10_000;

    private final ResourceStore resources;
    private final SubjectStore subjects;
    private final ShowResponsibilities responsibilities;
    private final Scheduler blocking;

    /** Reads from these. */
    public ResourcesController(ResourceStore resources, SubjectStore subjects, ShowResponsibilities responsibilities,
            Scheduler blocking) {
        this.resources = resources;
        this.subjects = subjects;
        this.responsibilities = responsibilities;
        this.blocking = blocking;
    }

    /** A resource with its configuration, secrets redacted. */
    public record ResourceDetail(ResourceItem resource, @Nullable SubjectState state) {}

    /** A page of resources. */
    @GetMapping
    public Mono<Page<ResourceItem>> list(@RequestParam MultiValueMap<String, String> parameters) {
        return Mono.fromCallable(() -> list(new Query(parameters))).subscribeOn(blocking);
    }

    private Page<ResourceItem> list(Query query) {
        String workload = query.value("workload", Shape.SLUG);
        boolean unowned = WorkloadInput.NONE.equals(workload);
        ResourceFilter filter = new ResourceFilter(unowned ? null : workload, unowned,
                query.value("account", Shape.ACCOUNT), query.value("type", Shape.TYPE),
                query.value("nativeId", Shape.NATIVE_ID), query.value("name", Shape.RESOURCE_NAME));
        int limit = query.limit();
        String after = query.after(LIST);
        long counted = resources.count(filter, MOST_COUNTED + 1);
        return Page.of(resources.page(filter, after, limit + 1), limit, counted > MOST_COUNTED ? null : counted,
                last -> Cursor.of(query.list(LIST), last.ref().id())).map(ResourceItem::of);
    }

    /** One resource or account. */
    @GetMapping("/{id}")
    public Mono<ResponseEntity<ResourceDetail>> get(@PathVariable String id) {
        return Mono.fromCallable(() -> Optional.ofNullable(subjects.find(Set.of(id)).get(id))
                .orElseThrow(() -> new NotFound("resource", id))).subscribeOn(blocking)
                .map(subject -> answer(subject, new ResourceDetail(ResourceItem.of(subject), subject.known().state())));
    }

    /** Who owns what on it, and is it done. */
    @GetMapping("/{id}/responsibilities")
    public Mono<ResponseEntity<ResponsibilitiesView>> responsibilities(@PathVariable String id) {
        return Mono.fromCallable(() -> responsibilities.of(id).orElseThrow(() -> new NotFound("resource", id)))
                .subscribeOn(blocking).map(answer -> answer(answer.subject(), ResponsibilitiesView.of(answer)));
    }

    private static <T> ResponseEntity<T> answer(Subject subject, T body) {
        return ResponseEntity.ok().eTag(Revisions.etag(subject.revision())).body(body);
    }
}
