package dev.demarc.assessment;

import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts the service by itself. */
public final class AssessmentApplication {

    private AssessmentApplication() {}

    /** Settings come from {@code assessment-service.yml} and the environment. */
    public static void main(String[] args) {
        new SpringApplicationBuilder(AssessmentConfiguration.class)
                .properties("spring.config.name=" + AssessmentConfiguration.CONFIG_NAME).run(args);
    }
}
