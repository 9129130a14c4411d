package org.silkthread.server.identity.web;

import java.io.Serial;
import java.util.List;
import org.silkthread.server.identity.ApiToken;
import org.silkthread.server.identity.SignedIn;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** The owner of an API token, for one request of a program. */
final class TokenAuthentication extends AbstractAuthenticationToken {

    @Serial
    private static final long serialVersionUID = 1L;

    private final SignedIn owner;
    private final transient ApiToken token;

    TokenAuthentication(SignedIn owner, ApiToken token) {
        super(authorities(owner));
        this.owner = owner;
        this.token = token;
        setAuthenticated(true);
    }

    private static List<SimpleGrantedAuthority> authorities(SignedIn owner) {
        return owner.posts().stream()
                .map(post -> new SimpleGrantedAuthority("ROLE_" + post.role().name()))
                .distinct()
                .toList();
    }

    ApiToken token() {
        return token;
    }

    @Override
    public SignedIn getPrincipal() {
        return owner;
    }

    @Override
    public String getName() {
        return owner.username();
    }

    /** The secret is not kept. */
    @Override
    public String getCredentials() {
        return "";
    }
}
