package dev.demarc.gateway.door;

import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The cookie {@code demarc-session}; beside an {@code Authorization} header it counts for nothing. */
final class SessionCookie {

    static final String NAME = "demarc-session";

    private SessionCookie() {}

    static Optional<String> in(ServerHttpRequest request) {
        return request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
                ? Optional.empty()
                : Optional.ofNullable(request.getCookies().getFirst(NAME)).map(HttpCookie::getValue);
    }

    /** For a time; zero takes it away. */
    static ResponseCookie of(String value, Duration lasts, boolean secure) {
        return ResponseCookie.from(NAME, value).path("/").httpOnly(true).sameSite("Strict").secure(secure)
                .maxAge(lasts).build();
    }
}
