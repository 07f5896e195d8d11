package dev.demarc.gateway.keys;

import dev.demarc.gateway.keys.KeyStore.Place;
import dev.demarc.gateway.keys.model.ApiKey;
import dev.demarc.platform.security.Caller;
import dev.demarc.platform.security.Role;
import dev.demarc.platform.web.BadInput;
import dev.demarc.platform.web.Cursor;
import dev.demarc.platform.web.Limit;
import dev.demarc.platform.web.Page;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The gateway's own endpoints: keys, and who the caller is. */
@RestController
public final class KeysController {

    private static final String LIST = "keys";
    private static final int LONGEST_NAME = 300;
    private static final int MOST_TEAMS = 50;
    private static final Pattern TEAM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private final ApiKeys keys;
    private final KeyStore store;
    private final Clock clock;

    /** The keys, and where they are listed from. */
    public KeysController(ApiKeys keys, KeyStore store, Clock clock) {
        this.keys = keys;
        this.store = store;
        this.clock = clock;
    }

    /** What is asked for a new key. */
    public record KeyInput(@Nullable String name, @Nullable Role role, @Nullable List<String> teams,
            @Nullable Instant expiresAt) {}

    /** A key without what opens the door. */
    public record KeyView(String id, String prefix, String name, Role role, List<String> teams, String createdBy,
            Instant createdAt, @Nullable Instant expiresAt, @Nullable Instant lastUsedAt, @Nullable Instant revokedAt,
            @Nullable String revokedBy) {

        static KeyView of(ApiKey key) {
            return new KeyView(key.id(), key.prefix(), key.name(), key.role(), key.teams().stream().sorted().toList(),
                    key.createdBy(), key.createdAt(), key.expiresAt(), key.lastUsedAt(), key.revokedAt(),
                    key.revokedBy());
        }
    }

    /** A new key, this once with what stands after Bearer. */
    public record KeyWithSecret(KeyView key, String secret) {}

    @GetMapping("/api/keys")
    Mono<Page<KeyView>> list(@RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = Limit.parse(limit);
        return store.list(place(cursor), most + 1).collectList().zipWith(store.count(),
                (read, total) -> Page.of(read, most, total, KeysController::cursor).map(KeyView::of));
    }

    @PostMapping("/api/keys")
    Mono<ResponseEntity<KeyWithSecret>> create(@RequestBody KeyInput input, Caller caller) {
        String name = name(input.name());
        if (input.role() == null) {
            throw new BadInput("role", null, "one of viewer, ingester, editor, admin");
        }
        return keys.create(name, input.role(), teams(input.teams()), expiry(input.expiresAt()), caller.id())
                .map(issued -> ResponseEntity.created(URI.create("/api/keys/" + issued.key().id()))
                        .cacheControl(CacheControl.noStore())
                        .body(new KeyWithSecret(KeyView.of(issued.key()), issued.text().text())));
    }

    @DeleteMapping("/api/keys/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> revoke(@PathVariable String id, Caller caller) {
        return keys.revoke(id, caller.id());
    }

    @GetMapping("/api/whoami")
    Mono<CallerView> whoAmI(Caller caller) {
        return keys.find(caller.id()).map(ApiKey::name).map(name -> CallerView.of(caller, name))
                .defaultIfEmpty(CallerView.of(caller, null));
    }

    private static String name(@Nullable String name) {
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            throw new BadInput("name", name, "1 to " + LONGEST_NAME + " characters");
        }
        return name.strip();
    }

    private static Set<String> teams(@Nullable List<String> teams) {
        if (teams == null) {
            return Set.of();
        }
        if (teams.size() > MOST_TEAMS) {
            throw new BadInput("teams", teams.size() + " teams", "at most " + MOST_TEAMS);
        }
        for (int i = 0; i < teams.size(); i++) {
            if (!TEAM.matcher(teams.get(i)).matches()) {
                throw new BadInput("teams[" + i + "]", teams.get(i),
                        "a team's id: lower-case letters, digits and dashes");
            }
        }
        return Set.copyOf(teams);
    }

    private @Nullable Instant expiry(@Nullable Instant expiresAt) {
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            throw new BadInput("expiresAt", expiresAt, "a time in the future");
        }
        return expiresAt;
    }

    private static Cursor cursor(ApiKey last) {
        return Cursor.of(LIST, last.createdAt().toString(), last.id());
    }

    private static @Nullable Place place(@Nullable String text) {
        Cursor cursor = Cursor.decode(LIST, text);
        if (cursor == null) {
            return null;
        }
        try {
            return new Place(Instant.parse(cursor.position().getFirst()), cursor.position().getLast());
        } catch (DateTimeException e) {
            throw new BadInput("cursor", text, "the value of next from the page before");
        }
    }
}
