package org.silkthread.server.identity.web;

import java.io.Serial;
import java.time.Instant;
import java.util.List;
import org.silkthread.server.identity.SignedIn;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A signed-in person and when they signed in, as the framework carries it. */
final class PersonAuthentication extends AbstractAuthenticationToken {

    @Serial
    private static final long serialVersionUID = 1L;

    private final SignedIn person;
    private final Instant signedInAt;

    PersonAuthentication(SignedIn person, Instant signedInAt) {
        super(authorities(person));
        this.person = person;
        this.signedInAt = signedInAt;
        setAuthenticated(true);
    }

    private static List<SimpleGrantedAuthority> authorities(SignedIn person) {
        return person.posts().stream()
                .map(post -> new SimpleGrantedAuthority("ROLE_" + post.role().name()))
                .distinct()
                .toList();
    }

    Instant signedInAt() {
        return signedInAt;
    }

    @Override
    public SignedIn getPrincipal() {
        return person;
    }

    @Override
    public String getName() {
        return person.username();
    }

    /** The password is not kept. */
    @Override
    public String getCredentials() {
        return "";
    }
}
