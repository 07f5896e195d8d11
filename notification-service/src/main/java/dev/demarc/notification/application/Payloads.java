package dev.demarc.notification.application;

import dev.demarc.contracts.ContractJson;
import dev.demarc.contracts.event.GapEvent;
import dev.demarc.notification.model.BaselineKey;
import dev.demarc.notification.model.BaselineSummary;
import dev.demarc.notification.model.Endpoint;
import dev.demarc.notification.model.MessageType;
import dev.demarc.notification.model.SummaryContent;
import dev.demarc.notification.model.WorstGap;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bodies that receivers get: {@code type}, {@code timestamp}, {@code data}, as Standard Webhooks recommends. */
final class Payloads {

    private record Payload(String type, Instant timestamp, Object data) {}

    private record Summary(@Nullable String team, String account, long total, Map<String, Long> severities,
            List<WorstGap> worst) {}

    private record Test(String endpoint) {}

    private Payloads() {}

    static String gap(GapEvent event) {
        return json(MessageType.of(event), event.at(), event);
    }

    static String summary(BaselineKey key, BaselineSummary.Outbox outbox) {
        SummaryContent content = outbox.content();
        Map<String, Long> severities = new LinkedHashMap<>();
        content.open().forEach((severity, count) -> severities.put(severity.word(), count));
        return json(MessageType.BASELINE_SUMMARY, outbox.at(),
                new Summary(key.team(), key.account(), content.total(), severities, content.worst()));
    }

    static String test(Endpoint endpoint, Instant now) {
        return json(MessageType.ENDPOINT_TEST, now, new Test(endpoint.id()));
    }

    private static String json(MessageType type, Instant timestamp, Object data) {
        return ContractJson.mapper().writeValueAsString(new Payload(type.word(), timestamp, data));
    }
}
