package dev.demarc.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.impl.BaseJWSProvider;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Set;

/** Java's own Ed25519 behind Nimbus' interfaces; Nimbus' own needs Google Tink, which nothing else here does. */
final class Ed25519 {

    static final JWSAlgorithm ALGORITHM = JWSAlgorithm.Ed25519;

    private Ed25519() {}

    /** Signs with a private key. */
    static final class Signer extends BaseJWSProvider implements JWSSigner {

        private final PrivateKey key;

        Signer(PrivateKey key) {
            super(Set.of(ALGORITHM));
            this.key = key;
        }

        @Override
        public Base64URL sign(JWSHeader header, byte[] input) throws JOSEException {
            try {
                Signature signature = Signature.getInstance("Ed25519");
                signature.initSign(key);
                signature.update(input);
                return Base64URL.encode(signature.sign());
            } catch (GeneralSecurityException e) {
                throw new JOSEException("can't sign with Ed25519", e);
            }
        }
    }

    /** Verifies with a public key; any other algorithm in the header is refused. */
    static final class Verifier extends BaseJWSProvider implements JWSVerifier {

        private final PublicKey key;

        Verifier(PublicKey key) {
            super(Set.of(ALGORITHM));
            this.key = key;
        }

        @Override
        public boolean verify(JWSHeader header, byte[] input, Base64URL given) throws JOSEException {
            if (!ALGORITHM.equals(header.getAlgorithm())) {
                return false;
            }
            try {
                Signature signature = Signature.getInstance("Ed25519");
                signature.initVerify(key);
                signature.update(input);
                return signature.verify(given.decode());
            } catch (SignatureException e) {
                return false;
            } catch (GeneralSecurityException e) {
                throw new JOSEException("can't verify Ed25519", e);
            }
        }
    }
}
