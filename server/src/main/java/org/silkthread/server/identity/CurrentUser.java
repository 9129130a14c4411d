package org.silkthread.server.identity;

import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who makes this request. The posts are those in the database when the request came in. */
@Component
public class CurrentUser {

    /** The person signed in, or empty for the public and for work that no request started. */
    public Optional<SignedIn> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    /**
     * The person signed in.
     *
     * @throws AuthenticationCredentialsNotFoundException if nobody is; the reader is sent to the sign-in page
     */
    public SignedIn require() {
        return find().orElseThrow(() -> new AuthenticationCredentialsNotFoundException("Nobody is signed in"));
    }

    /**
     * The person signed in, who must hold this role at this organisation.
     *
     * @throws AuthenticationCredentialsNotFoundException if nobody is signed in
     * @throws AccessDeniedException if they do not hold it; the reader sees that the page is not theirs
     */
    public SignedIn require(Role role, String organisation) {
        SignedIn signedIn = require();
        if (!signedIn.holds(role, organisation)) {
            throw new AccessDeniedException(role + " at " + organisation + " is needed");
        }
        return signedIn;
    }
}
