package dev.demarc.gateway.door;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** How a request reached Demarc: as the connection shows it, or as the nearest proxy says, where that one is trusted. */
public final class TrustedProxies {

    private static final int LONGEST_ADDRESS = 64;
    private static final String HTTPS = "https";

    private final @Nullable Pattern trusted;

    /** With a pattern for the addresses whose X-Forwarded-* is believed; null believes nobody. */
    public TrustedProxies(@Nullable Pattern trusted) {
        this.trusted = trusted;
    }

    /** The caller's address as text. */
    public String clientAddress(ServerHttpRequest request) {
        String said = said(request, "X-Forwarded-For");
        return said == null || said.length() > LONGEST_ADDRESS ? connection(request) : said;
    }

    /** Whether the caller came by HTTPS. */
    public boolean https(ServerHttpRequest request) {
        String said = said(request, "X-Forwarded-Proto");
        return said == null
                ? request.getSslInfo() != null || HTTPS.equalsIgnoreCase(request.getURI().getScheme())
                : HTTPS.equalsIgnoreCase(said);
    }

    /** The host that the caller named, with its port unless it is the usual one; null where it named none. */
    public @Nullable String host(ServerHttpRequest request) {
        String said = said(request, "X-Forwarded-Host");
        return said == null ? request.getHeaders().getFirst(HttpHeaders.HOST) : said;
    }

    /** What the nearest proxy added, if it is trusted: the last of the values. */
    private @Nullable String said(ServerHttpRequest request, String header) {
        List<String> values = request.getHeaders().getOrEmpty(header);
        if (trusted == null || values.isEmpty() || !trusted.matcher(connection(request)).matches()) {
            return null;
        }
        String all = String.join(",", values);
        String nearest = all.substring(all.lastIndexOf(',') + 1).strip();
        return nearest.isEmpty() ? null : nearest;
    }

    private static String connection(ServerHttpRequest request) {
        InetSocketAddress remote = request.getRemoteAddress();
        return remote == null || remote.getAddress() == null ? "unknown" : remote.getAddress().getHostAddress();
    }
}
