package dev.demarc.notification.model;

import dev.demarc.contracts.event.GapChanged;
import dev.demarc.contracts.event.GapEvent;
import dev.demarc.contracts.event.GapOpened;
import dev.demarc.contracts.event.GapResolved;
import dev.demarc.contracts.subject.SubjectRef;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one baseline summary is about: an account, by its subject id ({@code a-aws-123456789012}), and a team or, without one, all of the account. */
public record BaselineKey(@Nullable String team, String account) {

    /** The store's id; no part of it holds a bar. */
    public String id() {
        return (team == null ? "*" : team) + "|" + account;
    }

    /** The summaries that an event belongs to: the whole account's, its owner's and the owner's before. */
    public static Set<BaselineKey> of(GapEvent event) {
        Set<BaselineKey> keys = new LinkedHashSet<>();
        SubjectRef subject = event.gap().subject();
        keys.add(of(null, subject));
        if (event.after().ownerTeam() != null) {
            keys.add(of(event.after().ownerTeam(), subject));
        }
        String before = switch (event) {
            case GapOpened _ -> null;
            case GapChanged changed -> changed.before().ownerTeam();
            case GapResolved resolved -> resolved.before().ownerTeam();
        };
        if (before != null) {
            keys.add(of(before, subject));
        }
        return keys;
    }

    private static BaselineKey of(@Nullable String team, SubjectRef subject) {
        return new BaselineKey(team, "a-" + subject.provider() + "-" + subject.account());
    }
}
