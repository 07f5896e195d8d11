package dev.demarc.notification.web;

import dev.demarc.contracts.catalog.Severity;
import dev.demarc.notification.application.ManagingEndpoints.Wish;
import dev.demarc.notification.model.Webhook;
import dev.demarc.platform.web.BadInput;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be set of an endpoint. */
record EndpointInput(
        @Nullable String team,
        @Nullable String name,
        @Nullable String channel,
        @Nullable String url,
        @Nullable Severity minimumSeverity,
        @Nullable FilterJson filter,
        @Nullable Boolean enabled) {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final int LONGEST_NAME = 300;

    /** Checked; {@link BadInput} or the model's {@code Invalid} name the field. */
    Wish wish() {
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            throw new BadInput("name", name, "1 to " + LONGEST_NAME + " characters");
        }
        if (team != null && !SLUG.matcher(team).matches()) {
            throw new BadInput("team", team, "a team's id, like payments, or none for all teams");
        }
        if (channel != null && !channel.equals(Webhook.KIND)) {
            throw new BadInput("channel", channel, Webhook.KIND);
        }
        if (url == null) {
            throw new BadInput("url", null, "where the messages go");
        }
        return new Wish(name, team, Webhook.of("url", url), FilterJson.read(minimumSeverity, filter),
                enabled == null || enabled);
    }
}
