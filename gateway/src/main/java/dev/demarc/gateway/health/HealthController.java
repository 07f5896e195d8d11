package dev.demarc.gateway.health;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.demarc.contracts.Words;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whether the services are ready, asked at most once a second, answered in a bounded time. */
@RestController
public final class HealthController {

    private static final Logger LOG = LoggerFactory.getLogger(HealthController.class);
    private static final Duration REMEMBERED = Duration.ofSeconds(1);
    private static final String GATEWAY = "gateway";

    private final WebClient client = WebClient.create();
    private final Duration timeout;
    private final Mono<Health> health;

    /** The services by name, and how long one may take to answer. */
    public HealthController(Map<String, URI> services, Duration timeout) {
        this.timeout = timeout;
        health = Flux.fromIterable(services.entrySet())
                .flatMap(service -> ask(service.getKey(), service.getValue())
                        .map(up -> Map.entry(service.getKey(), up)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue).map(Health::of).cache(REMEMBERED);
    }

    /** Up or down. */
    public enum Up {
        /** It answers that it is ready. */
        UP,
        /** It answers something else, or not in time. */
        DOWN;

        /** The word in JSON. */
        @JsonValue
        public String word() {
            return Words.of(this);
        }
    }

    /** All together is down where any service is. */
    public record Health(Up status, Map<String, Up> services) {

        static Health of(Map<String, Up> services) {
            Map<String, Up> all = new TreeMap<>(services);
            all.put(GATEWAY, Up.UP);
            return new Health(all.containsValue(Up.DOWN) ? Up.DOWN : Up.UP, all);
        }
    }

    @GetMapping("/api/health")
    Mono<ResponseEntity<Health>> health() {
        return health.map(found -> ResponseEntity
                .status(found.status() == Up.UP ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore()).body(found));
    }

    private Mono<Up> ask(String name, URI uri) {
        return client.get().uri(uri.resolve("/actuator/health/readiness")).retrieve().toBodilessEntity()
                .timeout(timeout).map(_ -> Up.UP).onErrorResume(error -> {
                    LOG.debug("{} is not ready: {}", name, error.toString());
                    return Mono.just(Up.DOWN);
                });
    }
}
