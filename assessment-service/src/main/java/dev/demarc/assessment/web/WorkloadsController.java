package dev.demarc.assessment.web;

import static java.util.Objects.requireNonNull;

import dev.demarc.assessment.application.ContextQueries;
import dev.demarc.assessment.application.ContextRules;
import dev.demarc.assessment.application.EditContext;
import dev.demarc.contracts.context.Workload;
import dev.demarc.contracts.event.ContextChanged;
import dev.demarc.platform.web.BadInput;
import dev.demarc.platform.web.NotFound;
import dev.demarc.platform.web.Page;
import dev.demarc.platform.web.Revisions;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Which resources belong together, and whose they are. */
@RestController
@RequestMapping("/api/workloads")
public final class WorkloadsController {

    private static final String KIND = "workload";
    private static final int MOST_TEAMS = 50;

    private final ContextQueries queries;
    private final ContextRules rules;
    private final EditContext edit;
    private final Scheduler blocking;

    /** Reads and edits by these. */
    public WorkloadsController(ContextQueries queries, ContextRules rules, EditContext edit, Scheduler blocking) {
        this.queries = queries;
        this.rules = rules;
        this.edit = edit;
        this.blocking = blocking;
    }

    /** A page of workloads. */
    @GetMapping
    public Mono<Page<Workload>> list(@RequestParam MultiValueMap<String, String> parameters) {
        return Mono.fromCallable(() -> list(new Query(parameters))).subscribeOn(blocking);
    }

    private Page<Workload> list(Query query) {
        Set<String> teams = query.values("team", MOST_TEAMS, Shape.SLUG);
        return ContextPages.page(queries, query, KIND,
                teams.isEmpty() ? null : item -> teams.contains(workload(item).ownerTeam()))
                .map(WorkloadsController::workload);
    }

    private static Workload workload(ContextChanged edit) {
        return requireNonNull(edit.workload());
    }

    /** One workload. */
    @GetMapping("/{id}")
    public Mono<ResponseEntity<Workload>> get(@PathVariable String id) {
        return Mono.fromCallable(() -> queries.find(KIND, id).orElseThrow(() -> new NotFound(KIND, id)))
                .subscribeOn(blocking)
                .map(found -> ResponseEntity.ok().eTag(Revisions.etag(found.revision())).body(workload(found)));
    }

    /** Creates or replaces one. */
    @PutMapping("/{id}")
    public Mono<ResponseEntity<Workload>> put(@PathVariable String id, @RequestHeader HttpHeaders headers,
            @RequestBody Mono<WorkloadInput> input) {
        return input.publishOn(blocking).map(given -> put(given.workload(id), Edits.readRevision(headers)));
    }

    private ResponseEntity<Workload> put(Workload workload, @Nullable Long readRevision) {
        if (!rules.isTeam(workload.ownerTeam())) {
            throw new BadInput("ownerTeam", workload.ownerTeam(), "a team that exists");
        }
        return Edits.written(edit.put(workload, readRevision), KIND, workload.id(), WorkloadsController::workload);
    }

    /** Deletes one. */
    @DeleteMapping("/{id}")
    public Mono<ResponseEntity<Void>> delete(@PathVariable String id, @RequestHeader HttpHeaders headers) {
        return Mono.fromCallable(() -> Edits.deleted(edit.delete(KIND, id, Edits.readRevision(headers)), KIND, id))
                .subscribeOn(blocking);
    }
}
