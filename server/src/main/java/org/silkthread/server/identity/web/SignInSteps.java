package org.silkthread.server.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.SecondFactors;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.identity.issuer.Proof;
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

    SignInSteps(Accounts accounts, SecondFactors factors) {
        this.accounts = accounts;
        this.factors = factors;
    }

    /** Keeps the proof and says where to go on with it. */
    String after(Proof proof, HttpServletRequest request) {
        Optional<SignedIn> person = accounts.find(proof.username());
        if (person.isEmpty()) {
            Proofs.forget(request);
            return "/sign-in?problem";
        }
        boolean enough =
                proof.hasSecondFactor() || person.get().posts().isEmpty() && !factors.enrolled(proof.username());
        Proofs.keep(request, enough ? proof.completed() : proof);
        if (enough) {
            return DONE;
        }
        return factors.enrolled(proof.username()) ? "/sign-in/code" : "/sign-in/set-up";
    }
}
