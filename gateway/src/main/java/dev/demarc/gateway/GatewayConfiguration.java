package dev.demarc.gateway;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.demarc.gateway.door.Buckets;
import dev.demarc.gateway.door.ClientAddress;
import dev.demarc.gateway.door.DoorRules;
import dev.demarc.gateway.door.KeyAuthentication;
import dev.demarc.gateway.door.RateLimitFilter;
import dev.demarc.gateway.health.HealthController;
import dev.demarc.gateway.keys.AdminKey;
import dev.demarc.gateway.keys.ApiKeys;
import dev.demarc.gateway.keys.KeyStore;
import dev.demarc.gateway.keys.KeysController;
import dev.demarc.gateway.keys.PepperFile;
import dev.demarc.gateway.keys.mongo.MongoKeyStore;
import dev.demarc.gateway.routes.IdentityFilter;
import dev.demarc.gateway.routes.ServiceRoutes;
import dev.demarc.gateway.routes.StreamsEnd;
import dev.demarc.gateway.routes.UpstreamFilter;
import dev.demarc.platform.mongo.Index;
import dev.demarc.platform.mongo.Indexes;
import dev.demarc.platform.mongo.MongoConfiguration;
import dev.demarc.platform.runtime.Patience;
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
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

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

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    KeyStore keyStore(MongoDatabase database) {
        return new MongoKeyStore(database);
    }

    @Bean
    ApiKeys apiKeys(KeyStore store, GatewayProperties settings, Clock clock) {
        return new ApiKeys(store, PepperFile.read(settings.keyPepperFile()), clock, settings.keyCache());
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
            Path file = settings.adminKeyFile();
            if (file != null) {
                Patience.until("the first admin key", () -> adminKey.ensure(file));
            }
        };
    }

    @Bean
    ClientAddress clientAddress(GatewayProperties settings) {
        return new ClientAddress(settings.proxies());
    }

    @Bean
    RateLimitFilter rateLimitFilter(GatewayProperties settings, ClientAddress addresses) {
        return new RateLimitFilter(new Buckets(settings.ingestRate()), new Buckets(settings.rate()), addresses);
    }

    @Bean
    SecurityWebFilterChain door(ServerHttpSecurity http, ApiKeys keys, GatewayProperties settings,
            ClientAddress addresses, ProblemWriter problems) {
        KeyAuthentication authentication = new KeyAuthentication(keys, new Buckets(settings.failedLogins()), addresses);
        http.headers(headers -> headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)));
        return new TokenSecurity(DoorRules.rules(), problems).chain(http, authentication, authentication);
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
