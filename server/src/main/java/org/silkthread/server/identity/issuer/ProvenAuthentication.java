package org.silkthread.server.identity.issuer;

import java.io.Serial;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** A complete proof, as the framework's issuer carries it. It holds no authority in the application. */
public final class ProvenAuthentication extends AbstractAuthenticationToken {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Proof proof;

    /** The bearer of a complete proof. */
    public ProvenAuthentication(Proof proof) {
        super(factors(proof));
        if (!proof.complete()) {
            throw new IllegalArgumentException("The proof is not complete");
        }
        this.proof = proof;
        setAuthenticated(true);
    }

    /** The framework reads from these when the person proved who they are. */
    private static List<FactorGrantedAuthority> factors(Proof proof) {
        return proof.methods().stream()
                .map(method -> FactorGrantedAuthority.withFactor(method.name())
                        .issuedAt(proof.at())
                        .build())
                .toList();
    }

    @Override
    public Proof getPrincipal() {
        return proof;
    }

    @Override
    public String getName() {
        return proof.username();
    }

    @Override
    public String getCredentials() {
        return "";
    }
}
