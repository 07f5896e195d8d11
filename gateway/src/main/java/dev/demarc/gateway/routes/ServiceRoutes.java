package dev.demarc.gateway.routes;

import dev.demarc.gateway.GatewayProperties;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.cloud.gateway.filter.factory.RetryGatewayFilterFactory.RetryConfig;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.http.HttpMethod;

/**
 * Which paths go to which service. A GET is tried again where the connection failed; it has a route of its own, because
 * the retry filter keeps the bodies of all requests of its route in memory.
 */
public final class ServiceRoutes {

    /** The route's metadata that names the audience of the internal token. */
    public static final String AUDIENCE = "audience";

    /** The route of live streams. */
    static final String STREAM = "assessment-stream";

    private static final int NO_TIMEOUT = -1;
    private static final int RETRIES = 2;

    private final RouteLocatorBuilder.Builder routes;
    private final GatewayProperties settings;

    private ServiceRoutes(RouteLocatorBuilder.Builder routes, GatewayProperties settings) {
        this.routes = routes;
        this.settings = settings;
    }

    /** The routes to the services at their addresses. */
    public static RouteLocator of(RouteLocatorBuilder builder, GatewayProperties settings) {
        return new ServiceRoutes(builder.routes(), settings).build();
    }

    private RouteLocator build() {
        URI assessment = settings.services().assessment();
        stream(STREAM, assessment, "/api/stream/**");
        writes("assessment-ingest", "assessment", assessment, settings.ingestTimeout(),
                List.of("/api/ingest/**", "/api/hooks/**"));
        service("assessment", assessment, List.of("/api/workloads/**", "/api/teams/**", "/api/accounts/**",
                "/api/profiles/**", "/api/resources/**", "/api/gaps/**", "/api/coverage/**", "/api/assessments/**",
                "/api/posture/**",
                "/api/evidence/**", "/api/waivers/**", "/api/dead-letters/assessment/**"));
        service("catalog", settings.services().catalog(), List.of("/api/catalog/**"));
        service("notification", settings.services().notification(),
                List.of("/api/notifications/**", "/api/dead-letters/notification/**"));
        return routes.build();
    }

    private void service(String name, URI uri, List<String> paths) {
        routes.route(name + "-reads", route -> route.path(paths.toArray(String[]::new)).and().method(HttpMethod.GET)
                .filters(filters -> filters.retry(ServiceRoutes::retry))
                .metadata(metadata(name, millis(settings.timeout()))).uri(uri));
        writes(name, name, uri, settings.timeout(), paths);
    }

    @SuppressWarnings("unchecked") // the setter takes generic varargs
    private static void retry(RetryConfig retry) {
        retry.setRetries(RETRIES).setMethods(HttpMethod.GET).setSeries().setStatuses()
                .setExceptions(ConnectException.class)
                .setBackoff(Duration.ofMillis(50), Duration.ofMillis(500), 2, true);
    }

    private void writes(String id, String name, URI uri, Duration timeout, List<String> paths) {
        routes.route(id, route -> route.path(paths.toArray(String[]::new))
                .metadata(metadata(name, millis(timeout))).uri(uri));
    }

    private void stream(String id, URI uri, String path) {
        routes.route(id, route -> route.path(path).metadata(metadata("assessment", NO_TIMEOUT)).uri(uri));
    }

    private static Map<String, Object> metadata(String audience, int timeoutMillis) {
        return Map.of(AUDIENCE, audience, RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, timeoutMillis);
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
