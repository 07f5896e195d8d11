package dev.demarc.catalog;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The catalog's settings; the defaults and their environment variables stand in {@code catalog-service.yml}.
 *
 * @param location where the files of the catalog are, a Spring resource location that ends with a slash
 */
@ConfigurationProperties("demarc.catalog")
public record CatalogProperties(String location) {

    /** Refuses a location that would match no file. */
    public CatalogProperties {
        if (location == null || !location.endsWith("/")) {
            throw new IllegalArgumentException("demarc.catalog.location (DEMARC_CATALOG_LOCATION) is '" + location
                    + "'; expected a location that ends with a slash, like classpath*:catalog/ or file:/etc/demarc/catalog/");
        }
    }
}
