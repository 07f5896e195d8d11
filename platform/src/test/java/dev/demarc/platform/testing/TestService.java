package dev.demarc.platform.testing;

import dev.demarc.platform.events.BatchFunction;
import dev.demarc.platform.events.BatchHandler;
import dev.demarc.platform.events.EventsConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.messaging.Message;

/** A service with one function, {@code probe}, that gives its batches to a test's handler. */
public final class TestService {

    private TestService() {}

    /** Starts it, without a web server, on the shared broker unless settings say otherwise. */
    public static ConfigurableApplicationContext start(String topic, String group, BatchHandler handler,
            String... settings) {
        List<String> arguments = new ArrayList<>(List.of(settings));
        arguments.add("spring.cloud.stream.bindings.probe-in-0.destination=" + topic);
        arguments.add("spring.cloud.stream.bindings.probe-in-0.group=" + group);
        return start(List.of(Probe.class), handler, arguments);
    }

    /** Starts a context of some configurations. */
    public static ConfigurableApplicationContext start(List<Class<?>> configurations, BatchHandler handler,
            List<String> settings) {
        List<String> arguments = new ArrayList<>();
        arguments.add("spring.config.name=test-service");
        arguments.add("spring.main.banner-mode=off");
        arguments.add("spring.jmx.enabled=false");
        if (settings.stream().noneMatch(setting -> setting.startsWith("demarc.kafka.brokers"))) {
            arguments.add("demarc.kafka.brokers=" + Shared.brokers());
        }
        arguments.addAll(settings);
        return new SpringApplicationBuilder(configurations.toArray(Class<?>[]::new)).web(WebApplicationType.NONE)
                .properties(arguments.toArray(String[]::new))
                .initializers(context -> context.getBeanFactory().registerSingleton("handler", handler)).run(
                        arguments.stream().map(argument -> "--" + argument).toArray(String[]::new));
    }

    /** Events and the function. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(EventsConfiguration.class)
    public static class Probe {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        Consumer<Message<List<byte[]>>> probe(BatchHandler handler) {
            return BatchFunction.of(handler);
        }
    }
}
