package dev.demarc.notification.application;

import dev.demarc.notification.model.Target;
import java.util.List;

/** The channel for a target. */
public record Channels(List<Channel> channels) {

    /** Copies the list. */
    public Channels {
        channels = List.copyOf(channels);
    }

    /** The one that serves it; that each kind has one is a matter of wiring. */
    public Channel of(Target target) {
        return channels.stream().filter(channel -> channel.serves(target)).findFirst()
                .orElseThrow(() -> new IllegalStateException("no channel is wired for kind " + target.kind()));
    }
}
