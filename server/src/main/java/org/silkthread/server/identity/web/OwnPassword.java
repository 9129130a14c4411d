package org.silkthread.server.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.SignedIn;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** Asks for the password again before somebody who is signed in changes how they sign in. */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class OwnPassword {

    private final Accounts accounts;
    private final Attempts attempts;

    OwnPassword(Accounts accounts, Attempts attempts) {
        this.accounts = accounts;
        this.attempts = attempts;
    }

    /** Whether the password is the person's; wrong ones slow their sender down and are recorded. */
    boolean is(SignedIn person, String password, HttpServletRequest request) {
        if (Attempts.tooLong(password) || !attempts.waitFor(Throttle.Kind.PASSWORD, person.username(), request)) {
            return false;
        }
        boolean right = accounts.authenticate(person.username(), password).isPresent();
        if (right) {
            attempts.succeeded(Throttle.Kind.PASSWORD, person.username(), request);
        } else {
            attempts.refused(person.username(), "password");
        }
        return right;
    }
}
