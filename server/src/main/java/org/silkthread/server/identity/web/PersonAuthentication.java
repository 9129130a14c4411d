package org.silkthread.server.identity.web;

import java.io.Serial;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.silkthread.server.identity.SignedIn;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A signed-in person and the session they are in, as the framework carries it. */
final class PersonAuthentication extends AbstractAuthenticationToken {

    @Serial
    private static final long serialVersionUID = 1L;

    private final SignedIn person;
    private final UUID session;
    private final Instant signedInAt;

    PersonAuthentication(SignedIn person, UUID session, Instant signedInAt) {
        super(authorities(person));
        this.person = person;
        this.session = session;
        this.signedInAt = signedInAt;
        setAuthenticated(true);
    }

    private static List<SimpleGrantedAuthority> authorities(SignedIn person) {
        return person.posts().stream()
                .map(post -> new SimpleGrantedAuthority("ROLE_" + post.role().name()))
                .distinct()
                .toList();
    }

    UUID session() {
        return session;
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
