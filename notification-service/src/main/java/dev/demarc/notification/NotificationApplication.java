package dev.demarc.notification;

import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts the service by itself. */
public final class NotificationApplication {

    private NotificationApplication() {}

    /** Takes Spring's command line arguments. */
    public static void main(String[] args) {
        new SpringApplicationBuilder(NotificationConfiguration.class)
                .properties("spring.config.name=" + NotificationConfiguration.CONFIG_NAME)
                .run(args);
    }
}
