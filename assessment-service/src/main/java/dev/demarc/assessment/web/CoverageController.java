package dev.demarc.assessment.web;

import dev.demarc.assessment.application.ContextQueries;
import dev.demarc.assessment.application.Coverage;
import dev.demarc.assessment.application.Coverage.OfAccount;
import dev.demarc.assessment.application.Coverage.OfType;
import dev.demarc.contracts.context.Account;
import dev.demarc.contracts.event.ContextChanged;
import dev.demarc.platform.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** What Demarc hears of. */
@RestController
public final class CoverageController {

    private static final int MOST_SOURCES = 100;

    private final ContextQueries queries;
    private final Coverage coverage;
    private final Scheduler blocking;

    /** Reads from these. */
    public CoverageController(ContextQueries queries, Coverage coverage, Scheduler blocking) {
        this.queries = queries;
        this.coverage = coverage;
        this.blocking = blocking;
    }

    /** A page of accounts, and all types. */
    public record View(List<AccountView> items, @Nullable String next, @Nullable Long total, List<TypeView> types) {}

    /** An account and what was heard of it. */
    public record AccountView(Account account, List<SourceView> sources, long resources, long unmodelled) {}

    /** When a source was last heard. */
    public record SourceView(String source, Instant lastHeardAt) {}

    /** A type over all accounts. */
    public record TypeView(String provider, String type, boolean modelled, @Nullable String serviceModel,
            long resources) {}

    /** The coverage. */
    @GetMapping("/api/coverage")
    public Mono<View> coverage(@RequestParam MultiValueMap<String, String> parameters) {
        return Mono.fromCallable(() -> coverage(new Query(parameters))).subscribeOn(blocking);
    }

    private View coverage(Query query) {
        Set<String> providers = query.values("provider", 10, Shape.PROVIDER);
        Page<Account> page = ContextPages.page(queries, query, "account",
                providers.isEmpty() ? null : item -> providers.contains(account(item).provider()))
                .map(CoverageController::account);
        return new View(coverage.of(page.items()).stream().map(CoverageController::view).toList(), page.next(),
                page.total(), coverage.types().stream()
                        .filter(type -> providers.isEmpty() || providers.contains(type.provider()))
                        .map(CoverageController::view).toList());
    }

    private static Account account(ContextChanged edit) {
        return Objects.requireNonNull(edit.account());
    }

    private static AccountView view(OfAccount account) {
        return new AccountView(account.account(),
                account.lastHeard().entrySet().stream().limit(MOST_SOURCES)
                        .map(each -> new SourceView(each.getKey(), each.getValue())).toList(),
                account.resources(), account.unmodelled());
    }

    private static TypeView view(OfType type) {
        return new TypeView(type.provider(), type.type(), type.serviceModel() != null, type.serviceModel(),
                type.resources());
    }
}
