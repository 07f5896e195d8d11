package dev.demarc.assessment;

import dev.demarc.assessment.application.Ingest;
import dev.demarc.assessment.ingest.aws.AwsConfigAdapter;
import dev.demarc.assessment.web.IngestController;
import java.time.Clock;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The wiring of the HTTP endpoints. */
@Configuration(proxyBeanMethods = false)
class WebWiring {

    /** Where requests wait for the store or the broker: a virtual thread each. */
    @Bean(destroyMethod = "dispose")
    Scheduler blocking() {
        return Schedulers.fromExecutorService(
                Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("demarc-http-", 0).factory()),
                "demarc-http");
    }

    @Bean
    IngestController ingestController(AwsConfigAdapter adapter, Ingest ingest, Scheduler blocking, Clock clock) {
        return new IngestController(adapter, ingest, blocking, clock);
    }
}
