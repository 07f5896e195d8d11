package dev.demarc.assessment.web;

import dev.demarc.assessment.application.Run;
import dev.demarc.assessment.application.RunStore;
import dev.demarc.platform.web.Cursor;
import dev.demarc.platform.web.NotFound;
import dev.demarc.platform.web.Page;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** How far re-assessments are. */
@RestController
@RequestMapping("/api/assessments/runs")
public final class RunsController {

    private static final String LIST = "runs";
    private static final int MOST_COUNTED = 10_000;

    private final RunStore runs;
    private final Scheduler blocking;

    /** Reads from this store. */
    public RunsController(RunStore runs, Scheduler blocking) {
        this.runs = runs;
        this.blocking = blocking;
    }

    /** A page, the newest first. */
    @GetMapping
    public Mono<Page<RunView>> list(@RequestParam MultiValueMap<String, String> parameters) {
        return Mono.fromCallable(() -> list(new Query(parameters))).subscribeOn(blocking);
    }

    private Page<RunView> list(Query query) {
        Set<Run.State> states = RunView.State.shownAs(query.words("state", RunView.State.class));
        int limit = query.limit();
        String after = query.after(LIST);
        long counted = runs.count(states, MOST_COUNTED + 1);
        return Page.of(runs.page(states, after, limit + 1), limit, counted > MOST_COUNTED ? null : counted,
                last -> Cursor.of(query.list(LIST), last.id())).map(run -> RunView.of(run, runs.judged(run.id())));
    }

    /** One run. */
    @GetMapping("/{id}")
    public Mono<RunView> get(@PathVariable String id) {
        return Mono.fromCallable(() -> runs.find(id).map(run -> RunView.of(run, runs.judged(id)))
                .orElseThrow(() -> new NotFound("run", id))).subscribeOn(blocking);
    }
}
