package dev.demarc.gateway.door;

import dev.demarc.gateway.keys.CallerView;
import dev.demarc.gateway.keys.model.ApiKey;
import dev.demarc.gateway.sessions.Sessions;
import dev.demarc.platform.security.CredentialRefused;
import dev.demarc.platform.security.Role;
import dev.demarc.platform.web.BadInput;
import dev.demarc.platform.web.Problem;
import dev.demarc.platform.web.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Logs browsers in and out. */
@RestController
public final class SessionController {

    private static final String KEY = "key";
    private static final String EXPECTED = "an API key of the role viewer, editor or admin";
    private static final int LONGEST = 200;

    private final Sessions sessions;
    private final KeyAttempts attempts;
    private final TrustedProxies proxies;
    private final OwnSite ownSite;
    private final Clock clock;

    /** With the sessions, and what bounds wrong keys. */
    public SessionController(Sessions sessions, KeyAttempts attempts, TrustedProxies proxies, Clock clock) {
        this.sessions = sessions;
        this.attempts = attempts;
        this.proxies = proxies;
        this.clock = clock;
        ownSite = new OwnSite(proxies);
    }

    /** What opens a session. */
    public record SessionInput(@Nullable String key) {}

    /** A session as its browser sees it; the cookie is not in it. */
    public record SessionView(CallerView caller, String csrfToken, Instant expiresAt) {

        static SessionView of(Sessions.Live session) {
            return new SessionView(CallerView.of(session.key()), session.csrfToken(), session.expiresAt());
        }
    }

    /** 401 or 403: there is no session with this key. */
    static final class KeyRefused extends ProblemException {

        KeyRefused(HttpStatus status, String why) {
            super(Problem.of(status, why).at(KEY, null, EXPECTED));
        }
    }

    @PostMapping("/api/session")
    Mono<ResponseEntity<SessionView>> open(@RequestBody SessionInput input, ServerHttpRequest request) {
        ownSite.check(request);
        String text = input.key();
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw new BadInput(KEY, text, EXPECTED);
        }
        return attempts.recognise(text.strip(), request)
                .onErrorMap(CredentialRefused.class,
                        refused -> new KeyRefused(HttpStatus.UNAUTHORIZED, String.valueOf(refused.getMessage())))
                .doOnNext(SessionController::mayLogIn)
                .flatMap(key -> closeOld(request).then(sessions.open(key)))
                .map(opened -> answer(HttpStatus.CREATED, cookie(opened, request)).body(SessionView.of(opened.live())));
    }

    @GetMapping("/api/session")
    Mono<ResponseEntity<SessionView>> current(ServerHttpRequest request) {
        return Mono.justOrEmpty(SessionCookie.in(request)).flatMap(sessions::find)
                .map(session -> answer(HttpStatus.OK, null).body(SessionView.of(session)))
                .defaultIfEmpty(answer(HttpStatus.NO_CONTENT, null).build());
    }

    @DeleteMapping("/api/session")
    Mono<ResponseEntity<Void>> close(ServerHttpRequest request) {
        return Mono.justOrEmpty(SessionCookie.in(request))
                .flatMap(token -> sessions.find(token).doOnNext(session -> Csrf.check(request, session))
                        .flatMap(_ -> sessions.close(token)))
                .then(Mono.fromSupplier(() -> answer(HttpStatus.NO_CONTENT,
                        SessionCookie.of("", Duration.ZERO, proxies.https(request))).build()));
    }

    private static void mayLogIn(ApiKey key) {
        if (!Sessions.maySee(key)) {
            throw new KeyRefused(HttpStatus.FORBIDDEN, "a key of the role " + Role.INGESTER.word()
                    + " sends changes in and can't log in");
        }
    }

    private Mono<Void> closeOld(ServerHttpRequest request) {
        return Mono.justOrEmpty(SessionCookie.in(request)).flatMap(sessions::close);
    }

    private ResponseCookie cookie(Sessions.Opened opened, ServerHttpRequest request) {
        return SessionCookie.of(opened.token(), Duration.between(clock.instant(), opened.live().expiresAt()),
                proxies.https(request));
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status, @Nullable ResponseCookie cookie) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).cacheControl(CacheControl.noStore());
        return cookie == null ? answer : answer.header(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
