package dev.demarc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.gateway.keys.ApiKeys;
import dev.demarc.gateway.keys.model.ApiKey;
import dev.demarc.gateway.keys.model.Pepper;
import dev.demarc.gateway.keys.mongo.MongoKeyStore;
import dev.demarc.gateway.sessions.Sessions;
import dev.demarc.gateway.sessions.mongo.MongoSessionStore;
import dev.demarc.platform.mongo.Await;
import dev.demarc.platform.security.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sessions on the embedded store, by a clock that the test moves. */
class SessionsIT {

    private static final Duration LASTS = Duration.ofHours(12);
    private static final int MOST = 3;

    private final MovingClock clock = new MovingClock();
    private final ApiKeys keys = new ApiKeys(new MongoKeyStore(Door.OPEN.database()), new Pepper(new byte[32]), clock,
            Duration.ZERO);
    private final Sessions sessions = sessions(new Pepper(new byte[32]), Duration.ZERO);

    @Test
    void aSessionStandsForItsKeyUntilItsEnd() {
        ApiKey key = key(Role.EDITOR, null);
        Sessions.Opened opened = Await.one(sessions.open(key));

        Sessions.Live live = Await.one(sessions.find(opened.token()));
        assertThat(live.key().id()).isEqualTo(key.id());
        assertThat(live.csrfToken()).isEqualTo(opened.live().csrfToken()).isNotEqualTo(opened.token());
        assertThat(live.expiresAt()).isEqualTo(clock.instant().plus(LASTS));

        clock.move(LASTS.minusMillis(1));
        assertThat(ends(opened)).isFalse();
        clock.move(Duration.ofMillis(1));
        assertThat(ends(opened)).isTrue();
    }

    @Test
    void itIsNotLongerThanItsKey() {
        Instant end = clock.instant().plusSeconds(60);
        Sessions.Opened opened = Await.one(sessions.open(key(Role.VIEWER, end)));

        assertThat(opened.live().expiresAt()).isEqualTo(end);
        clock.move(Duration.ofSeconds(60));
        assertThat(ends(opened)).isTrue();
    }

    @Test
    void itEndsWithItsKeyAndHasTheRoleThatTheKeyHasNow() {
        ApiKey key = key(Role.EDITOR, null);
        Sessions.Opened opened = Await.one(sessions.open(key));

        role(key, Role.VIEWER);
        assertThat(Await.one(sessions.find(opened.token())).key().role()).isEqualTo(Role.VIEWER);
        role(key, Role.INGESTER);
        assertThat(ends(opened)).isTrue();
        role(key, Role.EDITOR);
        Await.none(keys.revoke(key.id(), "test"));
        assertThat(ends(opened)).isTrue();
    }

    @Test
    void aClosedOneIsOverHereAtOnceThoughItWasRemembered() {
        Sessions remembering = sessions(new Pepper(new byte[32]), Duration.ofSeconds(10));
        Sessions.Opened opened = Await.one(remembering.open(key(Role.VIEWER, null)));
        assertThat(Await.first(remembering.find(opened.token()))).isPresent();

        Await.none(remembering.close(opened.token()));

        assertThat(Await.first(remembering.find(opened.token()))).isEmpty();
        assertThat(ends(opened)).isTrue();
    }

    @Test
    void aKeyHasOnlySoManyAndTheOldestGo() {
        ApiKey key = key(Role.VIEWER, null);
        Sessions.Opened others = Await.one(sessions.open(key(Role.VIEWER, null)));
        List<Sessions.Opened> all = new ArrayList<>();
        for (int i = 0; i < MOST + 2; i++) {
            all.add(Await.one(sessions.open(key)));
            clock.move(Duration.ofSeconds(1));
        }

        assertThat(all).extracting(this::ends).containsExactly(true, true, false, false, false);
        assertThat(ends(others)).isFalse();
    }

    @Test
    void whatIsOverIsClearedAwayAtTheNextLogIn() {
        ApiKey key = key(Role.VIEWER, null);
        Await.one(sessions.open(key));
        Await.one(sessions.open(key));
        clock.move(LASTS);

        Await.one(sessions.open(key(Role.VIEWER, null)));

        assertThat(kept(key)).isZero();
    }

    @Test
    void theStoreAloneOpensNothingAndAnotherPepperNeither() {
        ApiKey key = key(Role.VIEWER, null);
        Sessions.Opened opened = Await.one(sessions.open(key));
        Document kept = Await.one(Door.OPEN.database().getCollection(MongoSessionStore.COLLECTION)
                .find(new Document("keyId", key.id())));

        assertThat(kept.keySet()).containsExactlyInAnyOrder("_id", "keyId", "createdAt", "expiresAt");
        assertThat(kept.toJson()).doesNotContain(opened.token()).doesNotContain(opened.live().csrfToken());
        for (String madeUp : List.of(kept.getString("_id"), opened.live().csrfToken(), "", "x".repeat(5_000),
                opened.token() + "0", opened.token().replace('.', '0'))) {
            assertThat(Await.first(sessions.find(madeUp))).as(madeUp).isEmpty();
        }
        byte[] another = new byte[32];
        another[0] = 1;
        assertThat(Await.first(sessions(new Pepper(another), Duration.ZERO).find(opened.token()))).isEmpty();
    }

    private Sessions sessions(Pepper pepper, Duration believed) {
        return new Sessions(new MongoSessionStore(Door.OPEN.database()), keys, pepper, clock,
                new Sessions.Bounds(LASTS, MOST), believed);
    }

    private ApiKey key(Role role, @Nullable Instant expiresAt) {
        return Await.one(keys.create("session", role, Set.of("payments"), expiresAt, "test")).key();
    }

    private boolean ends(Sessions.Opened opened) {
        return Await.first(sessions.find(opened.token())).isEmpty();
    }

    private static void role(ApiKey key, Role role) {
        Await.one(Door.OPEN.database().getCollection(MongoKeyStore.COLLECTION).updateOne(new Document("_id", key.id()),
                new Document("$set", new Document("role", role.word()))));
    }

    private static long kept(ApiKey key) {
        return Await.one(Door.OPEN.database().getCollection(MongoSessionStore.COLLECTION)
                .countDocuments(new Document("keyId", key.id())));
    }
}
