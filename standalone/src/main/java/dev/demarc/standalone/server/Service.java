package dev.demarc.standalone.server;

import dev.demarc.assessment.AssessmentConfiguration;
import dev.demarc.catalog.CatalogConfiguration;
import dev.demarc.gateway.GatewayConfiguration;
import dev.demarc.notification.NotificationConfiguration;

/** The four Spring contexts. */
enum Service {
    CATALOG("catalog-service", CatalogConfiguration.class),
    ASSESSMENT("assessment-service", AssessmentConfiguration.class),
    NOTIFICATION("notification-service", NotificationConfiguration.class),
    GATEWAY("gateway", GatewayConfiguration.class);

    private final String configName;
    private final Class<?> configuration;

    Service(String configName, Class<?> configuration) {
        this.configName = configName;
        this.configuration = configuration;
    }

    /** The name of its settings file, without an ending. */
    String configName() {
        return configName;
    }

    Class<?> configuration() {
        return configuration;
    }

    /** The variable by which the gateway learns where it is. */
    String urlVariable() {
        return "DEMARC_" + name() + "_URL";
    }
}
