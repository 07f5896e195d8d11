package dev.demarc.assessment.web;

import static java.util.Objects.requireNonNull;

import dev.demarc.assessment.application.ContextQueries;
import dev.demarc.assessment.application.ContextRules;
import dev.demarc.assessment.application.EditContext;
import dev.demarc.contracts.context.Account;
import dev.demarc.contracts.context.AccountPhase;
import dev.demarc.contracts.event.ContextChanged;
import dev.demarc.platform.web.BadInput;
import dev.demarc.platform.web.Conflict;
import dev.demarc.platform.web.NotFound;
import dev.demarc.platform.web.Page;
import dev.demarc.platform.web.Revisions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
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

/** Accounts that were heard of: their names, owners, and the end of their baseline. */
@RestController
@RequestMapping("/api/accounts")
public final class AccountsController {

    private static final String KIND = "account";

    private final ContextQueries queries;
    private final ContextRules rules;
    private final EditContext edit;
    private final Scheduler blocking;
    private final Clock clock;

    /** Reads and edits by these. */
    public AccountsController(ContextQueries queries, ContextRules rules, EditContext edit, Scheduler blocking,
            Clock clock) {
        this.queries = queries;
        this.rules = rules;
        this.edit = edit;
        this.blocking = blocking;
        this.clock = clock;
    }

    /** A page of accounts. */
    @GetMapping
    public Mono<Page<Account>> list(@RequestParam MultiValueMap<String, String> parameters) {
        return Mono.fromCallable(() -> list(new Query(parameters))).subscribeOn(blocking);
    }

    private Page<Account> list(Query query) {
        Set<String> providers = query.values("provider", 10, Shape.PROVIDER);
        Set<String> teams = query.values("team", 50, Shape.SLUG);
        boolean all = providers.isEmpty() && teams.isEmpty();
        return ContextPages.page(queries, query, KIND, all ? null : item -> matches(account(item), providers, teams))
                .map(AccountsController::account);
    }

    private static boolean matches(Account account, Set<String> providers, Set<String> teams) {
        String owner = account.ownerTeam();
        return (providers.isEmpty() || providers.contains(account.provider()))
                && (teams.isEmpty() || (owner != null && teams.contains(owner)));
    }

    private static Account account(ContextChanged edit) {
        return requireNonNull(edit.account());
    }

    /** One account. */
    @GetMapping("/{id}")
    public Mono<ResponseEntity<Account>> get(@PathVariable String id) {
        return Mono.fromCallable(() -> found(id)).subscribeOn(blocking)
                .map(found -> ResponseEntity.ok().eTag(Revisions.etag(found.revision())).body(account(found)));
    }

    private ContextChanged found(String id) {
        return queries.find(KIND, id).orElseThrow(() -> new NotFound(KIND, id));
    }

    /** Names one, gives it an owner, ends its baseline. */
    @PutMapping("/{id}")
    public Mono<ResponseEntity<Account>> put(@PathVariable String id, @RequestHeader HttpHeaders headers,
            @RequestBody Mono<AccountInput> input) {
        return input.publishOn(blocking).map(given -> put(id, given, Edits.readRevision(headers)));
    }

    private ResponseEntity<Account> put(String id, AccountInput input, @Nullable Long readRevision) {
        ContextChanged found = found(id);
        Edits.check(readRevision, found.revision());
        String owner = input.ownerTeam();
        if (owner != null && !rules.isTeam(owner)) {
            throw new BadInput("ownerTeam", owner, "a team that exists");
        }
        return Edits.written(edit.put(edited(account(found), input), readRevision), KIND, id,
                AccountsController::account);
    }

    private Account edited(Account account, AccountInput input) {
        AccountPhase phase = input.phase() == null ? account.phase() : input.phase();
        boolean turnsLive = phase == AccountPhase.LIVE && account.phase() == AccountPhase.BASELINE;
        if (phase == AccountPhase.BASELINE && account.phase() == AccountPhase.LIVE) {
            throw new Conflict("the account is live, and its baseline does not begin again", "phase", "baseline",
                    "live");
        }
        Instant liveSince = turnsLive ? clock.instant().truncatedTo(ChronoUnit.MILLIS) : account.liveSince();
        return new Account(account.id(), account.provider(), account.partition(), account.account(), input.name(),
                input.ownerTeam(), phase, account.firstHeardAt(), liveSince);
    }
}
