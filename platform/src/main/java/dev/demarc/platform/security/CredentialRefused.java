package dev.demarc.platform.security;

import org.springframework.security.core.AuthenticationException;

/** A credential that is not accepted, with what the caller may know about the reason. */
public final class CredentialRefused extends AuthenticationException {

    /** A sentence for the caller: nothing in it may help to guess. */
    public CredentialRefused(String told) {
        super(told);
    }

    String told() {
        String told = getMessage();
        return told == null ? "the credential is not accepted" : told;
    }
}
