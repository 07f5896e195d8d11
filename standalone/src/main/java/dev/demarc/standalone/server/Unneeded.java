package dev.demarc.standalone.server;

import java.util.List;

/**
 * Auto-configurations that no service uses here and that only cost time at each start: what comes with the gateway,
 * with whom the services share a class path, and what is for service discovery, refreshing, metrics of the JVM.
 */
final class Unneeded {

    private static final String BOOT = "org.springframework.boot.";
    private static final String CLOUD = "org.springframework.cloud.";

    static final List<String> NAMES = List.of(
            BOOT + "autoconfigure.aop.AopAutoConfiguration",
            BOOT + "autoconfigure.info.ProjectInfoAutoConfiguration",
            BOOT + "actuate.autoconfigure.info.InfoContributorAutoConfiguration",
            BOOT + "health.autoconfigure.application.DiskSpaceHealthContributorAutoConfiguration",
            BOOT + "health.autoconfigure.application.SslHealthContributorAutoConfiguration",
            BOOT + "http.client.autoconfigure.metrics.HttpClientMetricsAutoConfiguration",
            BOOT + "http.client.autoconfigure.service.HttpServiceClientPropertiesAutoConfiguration",
            BOOT + "integration.autoconfigure.metrics.IntegrationMetricsAutoConfiguration",
            BOOT + "kafka.autoconfigure.metrics.KafkaMetricsAutoConfiguration",
            BOOT + "micrometer.metrics.autoconfigure.jvm.JvmMetricsAutoConfiguration",
            BOOT + "micrometer.metrics.autoconfigure.logging.logback.LogbackMetricsAutoConfiguration",
            BOOT + "micrometer.metrics.autoconfigure.ssl.SslMetricsAutoConfiguration",
            BOOT + "micrometer.metrics.autoconfigure.startup.StartupTimeMetricsListenerAutoConfiguration",
            BOOT + "micrometer.metrics.autoconfigure.system.SystemMetricsAutoConfiguration",
            BOOT + "micrometer.metrics.autoconfigure.task.TaskExecutorMetricsAutoConfiguration",
            BOOT + "persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration",
            BOOT + "restclient.autoconfigure.RestClientAutoConfiguration",
            BOOT + "restclient.autoconfigure.RestClientObservationAutoConfiguration",
            BOOT + "security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration",
            BOOT + "security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration",
            BOOT + "security.oauth2.server.resource.autoconfigure.web.reactive"
                    + ".ReactiveOAuth2ResourceServerWebSecurityAutoConfiguration",
            BOOT + "transaction.autoconfigure.TransactionAutoConfiguration",
            BOOT + "transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration",
            CLOUD + "autoconfigure.ConfigurationPropertiesRebinderAutoConfiguration",
            CLOUD + "autoconfigure.LifecycleMvcEndpointAutoConfiguration",
            CLOUD + "autoconfigure.RefreshAutoConfiguration",
            CLOUD + "autoconfigure.RefreshEndpointAutoConfiguration",
            CLOUD + "client.CommonsClientAutoConfiguration",
            CLOUD + "client.ReactiveCommonsClientAutoConfiguration",
            CLOUD + "client.discovery.composite.CompositeDiscoveryClientAutoConfiguration",
            CLOUD + "client.discovery.composite.reactive.ReactiveCompositeDiscoveryClientAutoConfiguration",
            CLOUD + "client.discovery.simple.SimpleDiscoveryClientAutoConfiguration",
            CLOUD + "client.discovery.simple.reactive.SimpleReactiveDiscoveryClientAutoConfiguration",
            CLOUD + "client.loadbalancer.LoadBalancerDefaultMappingsProviderAutoConfiguration",
            CLOUD + "client.serviceregistry.AutoServiceRegistrationAutoConfiguration",
            CLOUD + "client.serviceregistry.ServiceRegistryAutoConfiguration",
            CLOUD + "commons.config.CommonsConfigAutoConfiguration",
            CLOUD + "configuration.CompatibilityVerifierAutoConfiguration",
            CLOUD + "function.context.config.FunctionsEndpointAutoConfiguration",
            CLOUD + "function.context.config.KotlinLambdaToFunctionAutoConfiguration",
            CLOUD + "gateway.config.GatewayFunctionAutoConfiguration",
            CLOUD + "gateway.config.GatewayNoLoadBalancerClientAutoConfiguration",
            CLOUD + "gateway.config.GatewayStreamAutoConfiguration",
            CLOUD + "stream.config.BindingsEndpointAutoConfiguration",
            CLOUD + "stream.config.ChannelsEndpointAutoConfiguration");

    private Unneeded() {}
}
