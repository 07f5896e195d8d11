package dev.demarc.platform.web;

import java.net.InetAddress;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The HTTP side of a service.
 *
 * @param bindAddress where it listens ({@code DEMARC_BIND_ADDRESS}); only this machine unless said otherwise
 * @param maxBody the largest body that is read
 * @param bodyLimits other limits by path; the first one that matches counts
 */
@ConfigurationProperties("demarc.web")
public record WebProperties(@DefaultValue("127.0.0.1") InetAddress bindAddress, @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue List<BodyLimit> bodyLimits) {

    /** Keeps its own copy. */
    public WebProperties {
        bodyLimits = List.copyOf(bodyLimits);
    }

    /** The largest body of any request, in bytes. */
    public int largestBody() {
        long largest = bodyLimits.stream().mapToLong(limit -> limit.max().toBytes()).max().orElse(0);
        return Math.toIntExact(Math.max(largest, maxBody.toBytes()));
    }

    /** The largest body of one request, in bytes. */
    public long limit(ServerHttpRequest request) {
        return bodyLimits.stream().filter(limit -> limit.matches(request)).findFirst().map(BodyLimit::max)
                .orElse(maxBody).toBytes();
    }

    /** A limit for some paths, given as a Spring path pattern. */
    public record BodyLimit(String path, DataSize max) {

        private static final PathPatternParser PARSER = PathPatternParser.defaultInstance;

        boolean matches(ServerHttpRequest request) {
            PathPattern pattern = PARSER.parse(path);
            return pattern.matches(request.getPath().pathWithinApplication());
        }
    }
}
