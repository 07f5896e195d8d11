package dev.demarc.catalog;

import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts the service; its settings are in catalog-service.yml. */
public final class CatalogApplication {

    private CatalogApplication() {}

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(CatalogConfiguration.class)
                .properties("spring.config.name=catalog-service").run(arguments);
    }
}
