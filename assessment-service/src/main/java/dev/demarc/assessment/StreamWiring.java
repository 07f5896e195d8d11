package dev.demarc.assessment;

import dev.demarc.assessment.application.GapViewStore;
import dev.demarc.assessment.application.LiveGaps;
import dev.demarc.assessment.messaging.GapTail;
import dev.demarc.assessment.web.GapStreams;
import dev.demarc.assessment.web.StreamController;
import dev.demarc.assessment.web.StreamedData;
import dev.demarc.contracts.Topic;
import dev.demarc.platform.events.TopicTail;
import dev.demarc.platform.events.TopicTails;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The wiring of the live stream. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamProperties.class)
class StreamWiring {

    @Bean
    LiveGaps liveGaps(GapViewStore views, StreamProperties settings, Clock clock) {
        return new LiveGaps(views, StreamedData::gap, settings.kept(), clock);
    }

    /** As far back as all partitions together fill what is kept. */
    @Bean
    TopicTail gapTail(TopicTails tails, LiveGaps live, StreamProperties settings) {
        return tails.tail(Topic.GAPS, Math.max(1, settings.kept() / Topic.GAPS.partitions()), new GapTail(live));
    }

    @Bean
    GapStreams gapStreams(LiveGaps live, StreamProperties settings, Clock clock, MeterRegistry meters) {
        return new GapStreams(live,
                new GapStreams.Settings(settings.buffer(), settings.clients(), settings.heartbeat()), clock, meters);
    }

    @Bean
    StreamController streamController(GapStreams streams) {
        return new StreamController(streams);
    }
}
