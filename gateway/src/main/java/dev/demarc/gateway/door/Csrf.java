package dev.demarc.gateway.door;

import dev.demarc.gateway.sessions.Sessions;
import dev.demarc.platform.web.Problem;
import dev.demarc.platform.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** What a browser sends by itself, the cookie, changes nothing: that needs what only the session's own page can read. */
final class Csrf {

    static final String HEADER = "X-Demarc-Csrf";

    private static final Set<HttpMethod> CHANGE_NOTHING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private Csrf() {}

    /** Refuses a request of the session that may change something and lacks the session's token. */
    static void check(ServerHttpRequest request, Sessions.Live session) {
        if (!CHANGE_NOTHING.contains(request.getMethod()) && !carries(request, session.csrfToken())) {
            throw new Missing();
        }
    }

    private static boolean carries(ServerHttpRequest request, String token) {
        List<String> given = request.getHeaders().getOrEmpty(HEADER);
        return given.size() == 1 && MessageDigest.isEqual(given.getFirst().getBytes(StandardCharsets.UTF_8),
                token.getBytes(StandardCharsets.UTF_8));
    }

    /** 403: the header is missing or is not this session's. */
    static final class Missing extends ProblemException {

        Missing() {
            super(Problem.of(HttpStatus.FORBIDDEN, "what changes something needs more than the session's cookie")
                    .at(HEADER, null, "the csrfToken that GET /api/session answers"));
        }
    }
}
