package dev.demarc.platform.deadletters;

import dev.demarc.contracts.Words;
import dev.demarc.platform.security.Caller;
import dev.demarc.platform.security.Role;
import dev.demarc.platform.web.BadInput;
import dev.demarc.platform.web.Limit;
import dev.demarc.platform.web.Page;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The dead letters of the service over HTTP, as in openapi.yaml; for editors. */
@RestController
@RequestMapping("/api/dead-letters/${demarc.dead-letters.service}")
public class DeadLettersController {

    private final DeadLetters deadLetters;

    DeadLettersController(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /** A page, the newest first. */
    @GetMapping
    public Mono<Page<DeadLetter>> list(Caller caller, @RequestParam(required = false) @Nullable List<String> state,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        caller.require(Role.EDITOR);
        return deadLetters.list(states(state), Limit.parse(limit), DeadLetters.cursor(cursor));
    }

    /** One with its record. */
    @GetMapping("/{id}")
    public Mono<DeadLetterDetail> inspect(Caller caller, @PathVariable String id) {
        caller.require(Role.EDITOR);
        return deadLetters.inspect(id);
    }

    /** Sends the record to its topic again. */
    @PostMapping("/{id}/replay")
    public Mono<DeadLetter> replay(Caller caller, @PathVariable String id) {
        caller.require(Role.EDITOR);
        return deadLetters.replay(id, caller.id());
    }

    /** Deletes it. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public Mono<Void> purge(Caller caller, @PathVariable String id) {
        caller.require(Role.EDITOR);
        return deadLetters.purge(id);
    }

    private static Set<DeadLetterState> states(@Nullable List<String> words) {
        Set<DeadLetterState> states = EnumSet.noneOf(DeadLetterState.class);
        for (String word : words == null ? List.<String>of() : words) {
            try {
                states.add(Words.parse(DeadLetterState.class, word));
            } catch (IllegalArgumentException e) {
                throw new BadInput("state", word, "waiting or replayed");
            }
        }
        return states;
    }
}
