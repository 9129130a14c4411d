package org.silkthread.server.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.SecondFactors;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.identity.issuer.Proof;
import org.silkthread.server.identity.passkey.Passkeys;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * What the embedded issuer asks next. Whoever has a second factor shows it; whoever holds a post and has none sets one up
 * first; then the proof is complete.
 */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SignInSteps {

    static final String DONE = "/sign-in/with/" + Issuers.EMBEDDED;

    private final Accounts accounts;
    private final SecondFactors factors;
    private final Passkeys passkeys;

    SignInSteps(Accounts accounts, SecondFactors factors, Passkeys passkeys) {
        this.accounts = accounts;
        this.factors = factors;
        this.passkeys = passkeys;
    }

    /** Keeps the proof and says where to go on with it. */
    String after(Proof proof, HttpServletRequest request) {
        Optional<SignedIn> person = accounts.find(proof.username());
        if (person.isEmpty()) {
            Proofs.forget(request);
            return "/sign-in?problem";
        }
        boolean hasApp = factors.enrolled(proof.username());
        boolean hasPasskey = passkeys.any(proof.username());
        boolean enough = proof.hasSecondFactor() || person.get().posts().isEmpty() && !hasApp && !hasPasskey;
        Proofs.keep(request, enough ? proof.completed() : proof);
        if (enough) {
            return DONE;
        }
        if (hasApp) {
            return "/sign-in/code";
        }
        // Whoever knows the password alone must not put an app of their own beside the passkey.
        return hasPasskey ? "/sign-in?passkey" : "/sign-in/set-up";
    }
}
