package dev.demarc.gateway.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.gateway.keys.model.ApiKey;
import dev.demarc.gateway.keys.model.Pepper;
import dev.demarc.platform.security.Role;
import dev.demarc.platform.web.Conflict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class LastAdminTest {

    private final InMemory store = new InMemory();
    private final ApiKeys keys = new ApiKeys(store, new Pepper(new byte[32]), Clock.systemUTC(), Duration.ofSeconds(5));

    @Test
    void theLastAdminKeyStays() {
        ApiKeys.Issued first = make(Role.ADMIN);
        ApiKeys.Issued second = make(Role.ADMIN);
        make(Role.EDITOR);

        keys.revoke(first.key().id(), "test").block();
        assertThatThrownBy(() -> keys.revoke(second.key().id(), "test").block()).isInstanceOf(Conflict.class);

        assertThat(keys.recognise(first.text()).block()).isNull();
        assertThat(keys.recognise(second.text()).block()).isNotNull();
    }

    @Test
    void whatIsKnownIsNotAskedForAgain() {
        ApiKeys.Issued issued = make(Role.VIEWER);
        assertThat(keys.remembers(issued.text())).isFalse();
        for (int i = 0; i < 5; i++) {
            assertThat(keys.recognise(issued.text()).block()).isNotNull();
        }

        assertThat(store.finds).containsExactly(issued.key().id());
        assertThat(keys.remembers(issued.text())).isTrue();
    }

    private ApiKeys.Issued make(Role role) {
        return Objects.requireNonNull(keys.create("x", role, Set.of(), null, "test").block());
    }

    private static final class InMemory implements KeyStore {

        private final Map<String, ApiKey> all = new LinkedHashMap<>();
        private final List<String> finds = new ArrayList<>();

        @Override
        public Mono<ApiKey> find(String id) {
            return Mono.defer(() -> {
                finds.add(id);
                return Mono.justOrEmpty(all.get(id));
            });
        }

        @Override
        public Mono<Void> insert(ApiKey key) {
            return Mono.fromRunnable(() -> all.put(key.id(), key));
        }

        @Override
        public Mono<Boolean> revoke(String id, String by, Instant at) {
            return Mono.fromSupplier(() -> all.computeIfPresent(id, (_, key) -> revoked(key, at, by)) != null);
        }

        @Override
        public Mono<Void> restore(String id, Instant revokedAt) {
            return Mono.fromRunnable(() -> all.computeIfPresent(id, (_, key) -> revoked(key, null, null)));
        }

        @Override
        public Mono<Void> used(String id, Instant at) {
            return Mono.empty();
        }

        @Override
        public Flux<ApiKey> list(@Nullable Place after, int limit) {
            return Flux.fromIterable(all.values());
        }

        @Override
        public Mono<Long> count() {
            return Mono.just((long) all.size());
        }

        @Override
        public Flux<ApiKey> admins() {
            return Flux.defer(() -> Flux.fromIterable(List.copyOf(all.values())))
                    .filter(key -> key.role() == Role.ADMIN && key.revokedAt() == null);
        }

        private static ApiKey revoked(ApiKey key, @Nullable Instant at, @Nullable String by) {
            return new ApiKey(key.id(), key.prefix(), key.hash(), key.name(), key.role(), key.teams(), key.createdBy(),
                    key.createdAt(), key.expiresAt(), key.lastUsedAt(), at, by);
        }
    }
}
