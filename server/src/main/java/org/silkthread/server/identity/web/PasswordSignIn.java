package org.silkthread.server.identity.web;

import java.util.Locale;
import org.silkthread.server.identity.Accounts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Checks a name and a password. The answer to a wrong one is the same whatever was wrong. */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class PasswordSignIn implements AuthenticationProvider {

    private final Accounts accounts;
    private final Throttle throttle;

    PasswordSignIn(Accounts accounts, Throttle throttle) {
        this.accounts = accounts;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String username = attempt.getName().strip().toLowerCase(Locale.ROOT);
        String password = String.valueOf(attempt.getCredentials());
        String address = attempt.getDetails()
                        instanceof org.springframework.security.web.authentication.WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        throttle.await(username, address);
        return accounts.authenticate(username, password)
                .map(person -> {
                    throttle.succeeded(username);
                    return new PersonAuthentication(person);
                })
                .orElseThrow(() -> {
                    throttle.failed(username, address);
                    return new BadCredentialsException("The username or password is not right");
                });
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
