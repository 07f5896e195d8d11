package dev.demarc.gateway;

import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts the gateway alone. */
public final class GatewayApplication {

    private GatewayApplication() {}

    /** Settings stand in {@code gateway.yml} and in the environment. */
    public static void main(String[] args) {
        new SpringApplicationBuilder(GatewayConfiguration.class).properties(Map.of("spring.config.name", "gateway"))
                .run(args);
    }
}
