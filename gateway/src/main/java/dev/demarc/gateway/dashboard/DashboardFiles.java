package dev.demarc.gateway.dashboard;

import dev.demarc.gateway.dashboard.DashboardFile.Coding;
import dev.demarc.platform.web.Problem;
import dev.demarc.platform.web.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * The dashboard, as it lay on the class path at the start. A path is looked up among the names that were found there, as
 * it stands in the request: nothing is resolved, so nothing else can be reached. What is no file is a page's address and
 * gets {@code index.html}, whose script knows the pages.
 */
public final class DashboardFiles {

    /** All paths but those of the API and of the actuator. */
    public static final List<String> PATHS = List.of("/", "/{first:(?!(?:api|actuator)$).*}/**");

    private static final String WHERE = "dev/demarc/dashboard/static/";
    private static final String INDEX = "index.html";
    private static final String ASSETS = "assets/";
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "font-src 'self' data:; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; "
            + "frame-ancestors 'none'";
    private static final CacheControl FOR_EVER = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final Set<HttpMethod> READ = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Map<String, DashboardFile> files;

    DashboardFiles(Map<String, DashboardFile> files) {
        this.files = files;
    }

    /** The first that the class path has; none where the dashboard is not part of it. */
    public static DashboardFiles ofClassPath() {
        URL index = DashboardFiles.class.getClassLoader().getResource(WHERE + INDEX);
        if (index == null) {
            return new DashboardFiles(Map.of());
        }
        String root = index.toString().substring(0, index.toString().length() - INDEX.length());
        Map<String, byte[]> found = new HashMap<>();
        try {
            for (Resource one : new PathMatchingResourcePatternResolver().getResources(root + "**")) {
                String uri = one.getURI().toString();
                if (one.isReadable() && !uri.endsWith("/")) {
                    found.put(uri.substring(uri.lastIndexOf(WHERE) + WHERE.length()), one.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the dashboard's files can't be read", e);
        }
        return new DashboardFiles(joined(found));
    }

    private static Map<String, DashboardFile> joined(Map<String, byte[]> found) {
        Map<String, DashboardFile> files = new HashMap<>();
        found.forEach((name, bytes) -> {
            if (!variant(name, found.keySet())) {
                Map<Coding, byte[]> variants = new EnumMap<>(Map.of(Coding.IDENTITY, bytes));
                for (Coding coding : Set.of(Coding.BR, Coding.GZIP)) {
                    byte[] compressed = found.get(name + "." + coding.ending());
                    if (compressed != null) {
                        variants.put(coding, compressed);
                    }
                }
                files.put(name, DashboardFile.of(name, variants));
            }
        });
        return Map.copyOf(files);
    }

    private static boolean variant(String name, Set<String> names) {
        int ending = name.lastIndexOf('.');
        return ending > 0 && Set.of(Coding.BR.ending(), Coding.GZIP.ending()).contains(name.substring(ending + 1))
                && names.contains(name.substring(0, ending));
    }

    /** GET and HEAD of {@link #PATHS}. */
    public RouterFunction<ServerResponse> routes() {
        RequestPredicate paths = PATHS.stream().map(RequestPredicates::path).reduce(RequestPredicate::or).orElseThrow();
        return RouterFunctions.route(paths.and(request -> READ.contains(request.method())), this::answer);
    }

    /** There is no such file, and it is no page's address. */
    static final class Missing extends ProblemException {

        Missing(String why) {
            super(Problem.of(HttpStatus.NOT_FOUND, why));
        }
    }

    private Mono<ServerResponse> answer(ServerRequest request) {
        String path = request.requestPath().pathWithinApplication().value().substring(1);
        DashboardFile file = path.isEmpty() ? files.get(INDEX) : files.get(path);
        if (file == null && page(path, request)) {
            file = files.get(INDEX);
        }
        return file == null
                ? Mono.error(new Missing(files.isEmpty()
                        ? "this gateway is without the dashboard; its API is under /api"
                        : "there is nothing under this address"))
                : answer(request, file, path.startsWith(ASSETS));
    }

    private static boolean page(String path, ServerRequest request) {
        return !path.startsWith(ASSETS)
                && request.headers().accept().stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
    }

    private static Mono<ServerResponse> answer(ServerRequest request, DashboardFile file, boolean forEver) {
        Coding coding = file.best(request.headers().header(HttpHeaders.ACCEPT_ENCODING));
        String tag = "\"" + file.hash() + "-" + coding.word() + "\"";
        byte[] body = file.bytes(coding);
        HttpHeaders headers = request.exchange().getResponse().getHeaders();
        headers.setCacheControl(forEver ? FOR_EVER : CacheControl.noCache());
        headers.setVary(List.of(HttpHeaders.ACCEPT_ENCODING));
        headers.set("Content-Security-Policy", CONTENT_POLICY);
        return request.checkNotModified(tag).switchIfEmpty(Mono.defer(() -> {
            if (coding != Coding.IDENTITY) {
                headers.set(HttpHeaders.CONTENT_ENCODING, coding.word());
            }
            return ServerResponse.ok().contentType(file.type()).contentLength(body.length).eTag(tag).bodyValue(body);
        }));
    }
}
