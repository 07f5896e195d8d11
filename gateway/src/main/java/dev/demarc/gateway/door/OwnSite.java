package dev.demarc.gateway.door;

import dev.demarc.platform.web.Problem;
import dev.demarc.platform.web.ProblemException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Tells a request of Demarc's own pages, or of no browser at all, from one that another site made a browser send. */
final class OwnSite {

    private static final String FETCH_SITE = "Sec-Fetch-Site";
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final TrustedProxies proxies;

    OwnSite(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    /** Refuses it with 403. The browser's own word counts first: a proxy can't change what it speaks of. */
    void check(ServerHttpRequest request) {
        List<String> site = request.getHeaders().getOrEmpty(FETCH_SITE);
        if (!site.isEmpty()) {
            if (site.size() > 1 || !OWN.contains(site.getFirst())) {
                throw new Foreign(FETCH_SITE, site.getFirst(), "same-origin");
            }
            return;
        }
        for (String origin : request.getHeaders().getOrEmpty(HttpHeaders.ORIGIN)) {
            String own = proxies.host(request);
            if (own == null || !same(origin, own, proxies.https(request))) {
                throw new Foreign(HttpHeaders.ORIGIN, origin, "the host that the request is for");
            }
        }
    }

    /** Without a proxy that is trusted, HTTPS may end before the gateway: then both schemes are taken. */
    private static boolean same(String origin, String host, boolean https) {
        URI uri = parsed(origin);
        if (uri == null || uri.getScheme() == null || uri.getRawAuthority() == null) {
            return false;
        }
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        String usual = secure ? ":443" : ":80";
        return (secure || !https) && without(usual, uri.getRawAuthority()).equals(without(usual, host));
    }

    private static @Nullable URI parsed(String origin) {
        try {
            return URI.create(origin);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static String without(String port, String authority) {
        String lower = authority.toLowerCase(Locale.ROOT);
        return lower.endsWith(port) ? lower.substring(0, lower.length() - port.length()) : lower;
    }

    /** 403: it comes from elsewhere. */
    static final class Foreign extends ProblemException {

        Foreign(String header, String value, String expected) {
            super(Problem.of(HttpStatus.FORBIDDEN, "a session is opened from Demarc's own page only").at(header, value,
                    expected));
        }
    }
}
