package org.silkthread.server.identity.web;

import java.io.Serial;
import java.util.List;
import org.silkthread.server.identity.SignedIn;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A signed-in person, as the framework carries it. */
final class PersonAuthentication extends AbstractAuthenticationToken {

    @Serial
    private static final long serialVersionUID = 1L;

    private final SignedIn person;

    PersonAuthentication(SignedIn person) {
        super(authorities(person));
        this.person = person;
        setAuthenticated(true);
    }

    private static List<SimpleGrantedAuthority> authorities(SignedIn person) {
        return person.posts().stream()
                .map(post -> new SimpleGrantedAuthority("ROLE_" + post.role().name()))
                .distinct()
                .toList();
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
