package dev.demarc.platform.web;

import dev.demarc.contracts.ContractJson;
import dev.demarc.platform.runtime.Unavailable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.reactive.ConfigurableReactiveWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a service imports for its HTTP side: JSON as in events (but unknown fields are refused), problems for every error, bounded bodies, bind address. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebProperties.class)
public class WebConfiguration {

    @Bean
    JsonMapper apiJson() {
        return ContractJson.mapper().rebuild().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper apiJson) {
        return new ProblemWriter(apiJson);
    }

    @Bean
    ProblemHandler problemHandler(ProblemWriter writer, WebProperties web) {
        return new ProblemHandler(new ProblemMapping(Unavailable::is, web.largestBody()), writer);
    }

    @Bean
    BodyLimitFilter bodyLimitFilter(WebProperties web) {
        return new BodyLimitFilter(web::limit);
    }

    @Bean
    CodecCustomizer codecLimit(WebProperties web) {
        return codecs -> codecs.defaultCodecs().maxInMemorySize(web.largestBody());
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableReactiveWebServerFactory> bindAddress(WebProperties web) {
        return factory -> factory.setAddress(web.bindAddress());
    }
}
