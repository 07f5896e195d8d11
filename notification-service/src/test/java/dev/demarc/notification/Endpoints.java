package dev.demarc.notification;

import dev.demarc.notification.model.Endpoint;
import dev.demarc.notification.model.EndpointFilter;
import dev.demarc.notification.model.EndpointState;
import dev.demarc.notification.model.SigningSecrets;
import dev.demarc.notification.model.Webhook;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Endpoints for tests. */
public final class Endpoints {

    private Endpoints() {}

    /** An enabled endpoint that wants everything. */
    public static Endpoint of(String id, @Nullable String team) {
        return of(id, team, EndpointFilter.NONE, new EndpointState.Enabled());
    }

    /** An endpoint with that filter and state. */
    public static Endpoint of(String id, @Nullable String team, EndpointFilter filter, EndpointState state) {
        return new Endpoint(id, id, team, new Webhook(URI.create("https://hooks.example.com/" + id)), filter, state,
                SigningSecrets.first("sealed", Gaps.AT), null, "k-1", Gaps.AT, Gaps.AT, 1);
    }
}
