package dev.demarc.gateway.door;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Where a request comes from: the connection's address, or what a trusted proxy says. */
public final class ClientAddress {

    private static final int LONGEST = 64;

    private final @Nullable Pattern proxies;

    /** With a pattern for the addresses whose X-Forwarded-For is believed; null believes nobody. */
    public ClientAddress(@Nullable Pattern proxies) {
        this.proxies = proxies;
    }

    /** The address as text. */
    public String of(ServerHttpRequest request) {
        InetSocketAddress remote = request.getRemoteAddress();
        String address = remote == null || remote.getAddress() == null
                ? "unknown"
                : remote.getAddress().getHostAddress();
        List<String> forwarded = request.getHeaders().getOrEmpty("X-Forwarded-For");
        if (proxies == null || forwarded.isEmpty() || !proxies.matcher(address).matches()) {
            return address;
        }
        String[] hops = String.join(",", forwarded).split(",");
        String nearest = hops[hops.length - 1].strip();
        return nearest.isEmpty() || nearest.length() > LONGEST ? address : nearest;
    }
}
