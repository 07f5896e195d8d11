package dev.demarc.gateway;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.demarc.gateway.dashboard.DashboardFiles;
import dev.demarc.gateway.door.Buckets;
import dev.demarc.gateway.door.Credentials;
import dev.demarc.gateway.door.DoorRules;
import dev.demarc.gateway.door.KeyAttempts;
import dev.demarc.gateway.door.KeyCredential;
import dev.demarc.gateway.door.LiveStreams;
import dev.demarc.gateway.door.RateLimitFilter;
import dev.demarc.gateway.door.SessionController;
import dev.demarc.gateway.door.SessionCredential;
import dev.demarc.gateway.door.TrustedProxies;
import dev.demarc.gateway.health.HealthController;
import dev.demarc.gateway.keys.AdminKey;
import dev.demarc.gateway.keys.ApiKeys;
import dev.demarc.gateway.keys.KeyStore;
import dev.demarc.gateway.keys.KeysController;
import dev.demarc.gateway.keys.PepperFile;
import dev.demarc.gateway.keys.model.Pepper;
import dev.demarc.gateway.keys.mongo.MongoKeyStore;
import dev.demarc.gateway.routes.IdentityFilter;
import dev.demarc.gateway.routes.ServiceRoutes;
import dev.demarc.gateway.routes.StreamsEnd;
import dev.demarc.gateway.routes.UpstreamFilter;
import dev.demarc.gateway.sessions.Sessions;
import dev.demarc.gateway.sessions.mongo.MongoSessionStore;
import dev.demarc.platform.mongo.Index;
import dev.demarc.platform.mongo.Indexes;
import dev.demarc.platform.mongo.MongoConfiguration;
import dev.demarc.platform.runtime.Patience;
import dev.demarc.platform.security.AccessRules;
import dev.demarc.platform.security.CallerArgumentResolver;
import dev.demarc.platform.security.InternalKeys;
import dev.demarc.platform.security.InternalTokenMinter;
import dev.demarc.platform.security.TokenSecurity;
import dev.demarc.platform.web.ProblemWriter;
import dev.demarc.platform.web.WebConfiguration;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.cloud.gateway.config.GatewayAutoConfiguration;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.header.CrossOriginOpenerPolicyServerHttpHeadersWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.server.header.CrossOriginResourcePolicyServerHttpHeadersWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import reactor.core.publisher.Mono;

/** All of the gateway's wiring; only the auto-configurations that it needs, so that it starts quickly and opens nothing. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableConfigurationProperties(GatewayProperties.class)
@Import({WebConfiguration.class, MongoConfiguration.class})
@ImportAutoConfiguration({PropertyPlaceholderAutoConfiguration.class, ConfigurationPropertiesAutoConfiguration.class,
        SslAutoConfiguration.class, JacksonAutoConfiguration.class, CodecsAutoConfiguration.class,
        HttpHandlerAutoConfiguration.class, WebFluxAutoConfiguration.class,
        NettyReactiveWebServerAutoConfiguration.class, GatewayAutoConfiguration.class})
public class GatewayConfiguration {

    private static final String CONTENT_POLICY = "default-src 'none'; frame-ancestors 'none'";
    private static final String PERMISSIONS = "camera=(), microphone=(), geolocation=()";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    KeyStore keyStore(MongoDatabase database) {
        return new MongoKeyStore(database);
    }

    @Bean
    Pepper pepper(GatewayProperties settings) {
        return PepperFile.read(settings.keyPepperFile());
    }

    @Bean
    ApiKeys apiKeys(KeyStore store, Pepper pepper, GatewayProperties settings, Clock clock) {
        return new ApiKeys(store, pepper, clock, settings.keyCache());
    }

    @Bean
    Sessions sessions(MongoDatabase database, ApiKeys keys, Pepper pepper, GatewayProperties settings, Clock clock) {
        return new Sessions(new MongoSessionStore(database), keys, pepper, clock, settings.sessions(),
                settings.keyCache());
    }

    @Bean
    KeysController keysController(ApiKeys keys, KeyStore store, Clock clock) {
        return new KeysController(keys, store, clock);
    }

    @Bean
    AdminKey adminKey(ApiKeys keys) {
        return new AdminKey(keys);
    }

    @Bean
    ApplicationRunner firstStart(MongoDatabase database, AdminKey adminKey, GatewayProperties settings) {
        return _ -> {
            Indexes.ensure(database, MongoKeyStore.COLLECTION, Index.on("createdAt"), Index.on("role"));
            Indexes.ensure(database, MongoSessionStore.COLLECTION, Index.on("keyId", "createdAt"),
                    Index.on("expiresAt"));
            Path file = settings.adminKeyFile();
            if (file != null) {
                Patience.until("the first admin key", () -> adminKey.ensure(file));
            }
        };
    }

    @Bean
    TrustedProxies trustedProxies(GatewayProperties settings) {
        return new TrustedProxies(settings.proxies());
    }

    @Bean
    KeyAttempts keyAttempts(ApiKeys keys, GatewayProperties settings, TrustedProxies proxies) {
        return new KeyAttempts(keys, new Buckets(settings.failedLogins()), proxies);
    }

    @Bean
    AccessRules doorRules() {
        return DoorRules.rules();
    }

    @Bean
    Credentials credentials(KeyAttempts attempts, Sessions sessions, AccessRules rules) {
        return new Credentials(new KeyCredential(attempts),
                new SessionCredential(sessions, request -> rules.allows(request, null)));
    }

    @Bean
    SessionController sessionController(Sessions sessions, KeyAttempts attempts, TrustedProxies proxies, Clock clock) {
        return new SessionController(sessions, attempts, proxies, clock);
    }

    @Bean
    RateLimitFilter rateLimitFilter(GatewayProperties settings, TrustedProxies proxies) {
        return new RateLimitFilter(new Buckets(settings.ingestRate()), new Buckets(settings.rate()), proxies);
    }

    @Bean
    LiveStreams liveStreams(Credentials credentials, AccessRules rules, GatewayProperties settings) {
        return new LiveStreams(credentials, rules, settings.streams());
    }

    @Bean
    SecurityWebFilterChain door(ServerHttpSecurity http, Credentials credentials, AccessRules rules,
            ProblemWriter problems) {
        http.headers(headers -> headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicy(permissions -> permissions.policy(PERMISSIONS))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN)));
        return new TokenSecurity(rules, problems).chain(http, credentials, Mono::just);
    }

    @Bean
    RouterFunction<ServerResponse> dashboard() {
        return DashboardFiles.ofClassPath().routes();
    }

    @Bean
    WebFluxConfigurer callerArguments() {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
                configurer.addCustomResolver(new CallerArgumentResolver());
            }
        };
    }

    @Bean
    IdentityFilter identityFilter(GatewayProperties settings, Clock clock) {
        return new IdentityFilter(
                new InternalTokenMinter(InternalKeys.readPrivate(settings.internalTokenPrivateKeyFile()), clock));
    }

    @Bean
    UpstreamFilter upstreamFilter() {
        return new UpstreamFilter();
    }

    @Bean
    UpstreamFilter.TokenRefused tokenRefusedFilter() {
        return new UpstreamFilter.TokenRefused();
    }

    @Bean
    StreamsEnd streamsEnd() {
        return new StreamsEnd();
    }

    @Bean
    RouteLocator serviceRoutes(RouteLocatorBuilder builder, GatewayProperties settings) {
        return ServiceRoutes.of(builder, settings);
    }

    @Bean
    HealthController healthController(GatewayProperties settings) {
        GatewayProperties.Services services = settings.services();
        return new HealthController(Map.of("catalog", services.catalog(), "assessment", services.assessment(),
                "notification", services.notification()), settings.healthTimeout());
    }
}
