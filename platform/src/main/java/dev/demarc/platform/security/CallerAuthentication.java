package dev.demarc.platform.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** An authenticated {@link Caller} in Spring Security's terms; it keeps no credential. */
public final class CallerAuthentication extends AbstractAuthenticationToken {

    private final transient Caller caller;

    /** The caller, established. */
    public CallerAuthentication(Caller caller) {
        super(AuthorityUtils.createAuthorityList(caller.roles().stream().map(Role::word).toList()));
        this.caller = caller;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallerAuthentication that && super.equals(that) && caller.equals(that.caller);
    }

    @Override
    public int hashCode() {
        return caller.hashCode();
    }
}
