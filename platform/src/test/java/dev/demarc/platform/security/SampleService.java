package dev.demarc.platform.security;

import com.mongodb.MongoTimeoutException;
import dev.demarc.platform.web.BadInput;
import dev.demarc.platform.web.Conflict;
import dev.demarc.platform.web.MissingPrecondition;
import dev.demarc.platform.web.NotFound;
import dev.demarc.platform.web.StaleRevision;
import dev.demarc.platform.web.WebConfiguration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The smallest service that has everything of the platform's HTTP side. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = KafkaAutoConfiguration.class)
@Import({WebConfiguration.class, InternalTokenConfiguration.class})
class SampleService {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    AccessRules accessRules() {
        return AccessRules.of(AccessRule.read("/api/**", Role.VIEWER),
                AccessRule.on("/api/**", Role.EDITOR, HttpMethod.POST, HttpMethod.DELETE));
    }

    record Thing(@NotBlank String name, int size, @Nullable Role role) {}

    @RestController
    static final class Things {

        @PostMapping("/api/things")
        Mono<Thing> create(@Valid @RequestBody Mono<Thing> thing) {
            return thing;
        }

        @PostMapping("/api/bytes")
        Mono<Integer> bytes(@RequestBody Mono<String> body) {
            return body.map(String::length);
        }

        @GetMapping("/api/things/{number}")
        Mono<Thing> one(@PathVariable int number) {
            return number == 404
                    ? Mono.error(new NotFound("thing", "404"))
                    : Mono.just(new Thing("one", number, null));
        }

        @GetMapping("/api/search")
        String search(@RequestParam String q) {
            return q;
        }

        @GetMapping("/api/caller")
        Caller caller(Caller caller) {
            return caller;
        }

        @GetMapping("/api/refusals/{kind}")
        Mono<Void> refuse(@PathVariable String kind) {
            return Mono.error(switch (kind) {
                case "bad" -> new BadInput("password", "hunter2", "twelve characters");
                case "conflict" -> new Conflict("the gap is resolved", "state", "resolved", "open");
                case "stale" -> new StaleRevision(6, 7);
                case "missing" -> new MissingPrecondition(7);
                case "away" -> new MongoTimeoutException("no server");
                default -> new IllegalStateException("the password is hunter2");
            });
        }
    }
}
