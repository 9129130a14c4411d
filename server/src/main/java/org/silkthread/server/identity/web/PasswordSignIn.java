package org.silkthread.server.identity.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.SignedIn;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks a name and a password. The answer to a wrong one, and to one attempt too many, is the same whatever was wrong.
 */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class PasswordSignIn implements AuthenticationProvider {

    private final Accounts accounts;
    private final Throttle throttle;
    private final Clock clock;

    PasswordSignIn(Accounts accounts, Throttle throttle, Clock clock) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.clock = clock;
    }

    /** An attempt that would have to wait too long; its password was not looked at. */
    static final class TooManyAttempts extends AuthenticationException {

        private static final long serialVersionUID = 1L;

        TooManyAttempts() {
            super("Too many attempts came in too short a time");
        }
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String username = attempt.getName().strip().toLowerCase(Locale.ROOT);
        String password = String.valueOf(attempt.getCredentials());
        String address = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        pause(throttle.admit(username, address).orElseThrow(TooManyAttempts::new));
        SignedIn person = accounts.authenticate(username, password)
                .orElseThrow(() -> new BadCredentialsException("The username or password is not right"));
        throttle.succeeded(username, address);
        return new PersonAuthentication(person, clock.instant());
    }

    /** A virtual thread waits here, so it costs the server next to nothing. */
    private static void pause(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooManyAttempts();
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
