package dev.demarc.gateway.keys;

import dev.demarc.gateway.keys.model.ApiKey;
import dev.demarc.platform.security.Caller;
import dev.demarc.platform.security.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The caller as it is shown to itself. */
public record CallerView(String id, @Nullable String name, List<Role> roles, List<String> teams) {

    /** The caller with this name; null where it has none. */
    static CallerView of(Caller caller, @Nullable String name) {
        return new CallerView(caller.id(), name, caller.roles().stream().sorted().toList(),
                caller.teams().stream().sorted().toList());
    }

    /** Who calls with this key. */
    public static CallerView of(ApiKey key) {
        return new CallerView(key.id(), key.name(), List.of(key.role()), key.teams().stream().sorted().toList());
    }
}
