package dev.demarc.standalone.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts one service's context with what standalone knows: where broker and store are, ports, keys. */
final class Contexts {

    /** What four contexts in one JVM must not do, and what only costs time here. */
    private static final Map<String, String> COMMON = Map.of(
            "spring.jmx.enabled", "false",
            "spring.main.register-shutdown-hook", "false",
            "spring.main.log-startup-info", "false",
            "spring.lifecycle.timeout-per-shutdown-phase", "5s");

    private static final String INSTANCE = "standalone";

    private final Map<String, String> shared;
    private final ServerPorts ports;
    private final Secrets secrets;
    private final ServerSettings settings;

    Contexts(ServerSettings settings, Map<String, String> backends, ServerPorts ports, Secrets secrets) {
        this.settings = settings;
        this.ports = ports;
        this.secrets = secrets;
        shared = new HashMap<>(settings.overrides());
        shared.putAll(backends);
    }

    ConfigurableApplicationContext start(Service service) {
        return new SpringApplicationBuilder(service.configuration()).run(arguments(service));
    }

    private String[] arguments(Service service) {
        Map<String, String> all = new HashMap<>(COMMON);
        all.putAll(shared);
        all.putAll(secrets.settings(service));
        all.put("spring.config.name", service.configName());
        if (settings.brokers() == null) {
            all.put("DEMARC_INSTANCE", INSTANCE);
        }
        all.put("server.port", String.valueOf(ports.of(service)));
        if (service == Service.GATEWAY) {
            all.put("DEMARC_BIND_ADDRESS", settings.bind().getHostAddress());
            all.put("DEMARC_BOOTSTRAP_ADMIN_KEY_FILE", settings.directory().adminKey().toString());
            for (Service other : List.of(Service.CATALOG, Service.ASSESSMENT, Service.NOTIFICATION)) {
                all.put(other.urlVariable(), "http://" + ServerPorts.LOOPBACK + ":" + ports.of(other));
            }
        } else {
            all.put("DEMARC_BIND_ADDRESS", ServerPorts.LOOPBACK);
            all.put("spring.autoconfigure.exclude", String.join(",", Unneeded.NAMES));
            all.put("spring.cloud.gateway.server.webflux.enabled", "false");
        }
        List<String> arguments = new ArrayList<>();
        all.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return arguments.toArray(String[]::new);
    }
}
