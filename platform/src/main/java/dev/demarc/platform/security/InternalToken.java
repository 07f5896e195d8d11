package dev.demarc.platform.security;

import com.nimbusds.jose.JOSEObjectType;
import java.time.Duration;

/** What the gateway and the services agree on about the internal token. */
public final class InternalToken {

    /** Who issues it. */
    public static final String ISSUER = "demarc-gateway";
    /** How long one is valid. */
    public static final Duration LIFETIME = Duration.ofSeconds(60);

    static final Duration CLOCK_SKEW = Duration.ofSeconds(5);
    static final JOSEObjectType TYPE = new JOSEObjectType("demarc-internal+jwt");
    static final String ROLES = "roles";
    static final String TEAMS = "teams";

    private InternalToken() {}
}
