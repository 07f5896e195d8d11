package dev.demarc.assessment.web;

import dev.demarc.assessment.application.LiveGaps;
import dev.demarc.assessment.model.GapTransition;
import dev.demarc.assessment.model.GapView;
import dev.demarc.assessment.model.StreamPosition;
import dev.demarc.contracts.ContractJson;
import dev.demarc.contracts.Words;
import dev.demarc.contracts.event.GapEvent;
import dev.demarc.contracts.gap.Origin;
import dev.demarc.contracts.gap.Transition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.ServerSentEvent;

/** The events of the live stream, as {@code StreamedEvent} in openapi.yaml. */
public final class StreamedData {

    private StreamedData() {}

    private record StreamReady(Instant at, boolean resumed) {}

    private record StreamedGap(String event, @Nullable Transition transition, Instant at, Origin origin, GapItem gap) {}

    private record StreamMissed(String reason) {}

    private record StreamHeartbeat(Instant at) {}

    /** A transition's data: JSON on one line. */
    public static String gap(GapEvent event) {
        GapTransition transition = GapTransition.of(event);
        return json(new StreamedGap(transition.event(), transition.transition(), event.at(), event.origin(),
                GapItem.of(GapView.after(null, event))));
    }

    static ServerSentEvent<String> ready(@Nullable StreamPosition position, Instant at, boolean resumed) {
        return event("ready", position, json(new StreamReady(at, resumed)));
    }

    static ServerSentEvent<String> heartbeat(@Nullable StreamPosition position, Instant at) {
        return event("heartbeat", position, json(new StreamHeartbeat(at)));
    }

    static ServerSentEvent<String> of(LiveGaps.Next next) {
        return switch (next) {
            case LiveGaps.Next.Gap gap -> event("gap", gap.position(), gap.form());
            case LiveGaps.Next.Missed missed -> event("missed", missed.position(),
                    json(new StreamMissed(Words.of(missed.why()))));
        };
    }

    private static String json(Object data) {
        return ContractJson.mapper().writeValueAsString(data);
    }

    private static ServerSentEvent<String> event(String name, @Nullable StreamPosition position, String data) {
        ServerSentEvent.Builder<String> event = ServerSentEvent.builder(data).event(name);
        return (position == null ? event : event.id(position.text())).build();
    }
}
