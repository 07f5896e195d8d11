package dev.demarc.assessment.web;

import static java.util.Objects.requireNonNull;

import dev.demarc.assessment.application.ContextQueries;
import dev.demarc.assessment.application.ContextRules;
import dev.demarc.assessment.application.EditContext;
import dev.demarc.contracts.context.Team;
import dev.demarc.contracts.event.ContextChanged;
import dev.demarc.platform.web.BadInput;
import dev.demarc.platform.web.Conflict;
import dev.demarc.platform.web.NotFound;
import dev.demarc.platform.web.Page;
import dev.demarc.platform.web.Revisions;
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

/** Who acts. */
@RestController
@RequestMapping("/api/teams")
public final class TeamsController {

    private static final String KIND = "team";

    private final ContextQueries queries;
    private final ContextRules rules;
    private final EditContext edit;
    private final Scheduler blocking;

    /** Reads and edits by these. */
    public TeamsController(ContextQueries queries, ContextRules rules, EditContext edit, Scheduler blocking) {
        this.queries = queries;
        this.rules = rules;
        this.edit = edit;
        this.blocking = blocking;
    }

    /** A page of teams. */
    @GetMapping
    public Mono<Page<Team>> list(@RequestParam MultiValueMap<String, String> parameters) {
        return Mono.fromCallable(() -> ContextPages.page(queries, new Query(parameters), KIND, null)
                .map(TeamsController::team)).subscribeOn(blocking);
    }

    private static Team team(ContextChanged edit) {
        return requireNonNull(edit.team());
    }

    /** One team. */
    @GetMapping("/{id}")
    public Mono<ResponseEntity<Team>> get(@PathVariable String id) {
        return Mono.fromCallable(() -> found(id)).subscribeOn(blocking)
                .map(found -> ResponseEntity.ok().eTag(Revisions.etag(found.revision())).body(team(found)));
    }

    private ContextChanged found(String id) {
        return queries.find(KIND, id).orElseThrow(() -> new NotFound(KIND, id));
    }

    /** Creates or replaces one. */
    @PutMapping("/{id}")
    public Mono<ResponseEntity<Team>> put(@PathVariable String id, @RequestHeader HttpHeaders headers,
            @RequestBody Mono<TeamInput> input) {
        return input.publishOn(blocking).map(given -> put(given.team(id), Edits.readRevision(headers)));
    }

    private ResponseEntity<Team> put(Team team, @Nullable Long readRevision) {
        String into = team.mergedInto();
        if (into != null) {
            rules.refusesMerge(team.id(), into).ifPresent(expected -> {
                throw new BadInput("mergedInto", into, expected);
            });
        }
        return Edits.written(edit.put(team, readRevision), KIND, team.id(), TeamsController::team);
    }

    /** Deletes one that nothing names. */
    @DeleteMapping("/{id}")
    public Mono<ResponseEntity<Void>> delete(@PathVariable String id, @RequestHeader HttpHeaders headers) {
        return Mono.fromCallable(() -> delete(id, Edits.readRevision(headers))).subscribeOn(blocking);
    }

    private ResponseEntity<Void> delete(String id, @Nullable Long readRevision) {
        Edits.check(readRevision, found(id).revision());
        rules.usedBy(id).ifPresent(user -> {
            throw new Conflict("the " + user + " still names the team '" + id + "'");
        });
        return Edits.deleted(edit.delete(KIND, id, readRevision), KIND, id);
    }
}
