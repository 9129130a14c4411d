package org.silkthread.server.identity.issuer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/**
 * The codes on their way from the issuer to the application. Each lives for a minute, so memory is the place for them:
 * what is here is gone after a few minutes or a restart, and at most so many are kept.
 */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class IssuedCodes implements OAuth2AuthorizationService {

    private record Kept(OAuth2Authorization authorization, Instant since) {}

    private static final Duration KEPT_FOR = Duration.ofMinutes(5);
    private static final int MOST = 5_000;

    private final Clock clock;
    private final Map<String, Kept> kept = new LinkedHashMap<>();

    IssuedCodes(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void save(OAuth2Authorization authorization) {
        Instant now = clock.instant();
        Kept before = kept.remove(authorization.getId());
        kept.put(authorization.getId(), new Kept(authorization, before == null ? now : before.since()));
        kept.values().removeIf(entry -> entry.since().plus(KEPT_FOR).isBefore(now));
        while (kept.size() > MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
    }

    @Override
    public synchronized void remove(OAuth2Authorization authorization) {
        kept.remove(authorization.getId());
    }

    @Override
    public synchronized @Nullable OAuth2Authorization findById(String id) {
        Kept found = kept.get(id);
        return found == null ? null : found.authorization();
    }

    @Override
    public synchronized @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        for (Kept entry : kept.values()) {
            if (holds(entry.authorization(), token, type)) {
                return entry.authorization();
            }
        }
        return null;
    }

    private static boolean holds(OAuth2Authorization authorization, String token, @Nullable OAuth2TokenType type) {
        if (type != null && OAuth2ParameterNames.STATE.equals(type.getValue())) {
            return token.equals(authorization.getAttribute(OAuth2ParameterNames.STATE));
        }
        OAuth2Authorization.Token<? extends OAuth2Token> found = authorization.getToken(token);
        return found != null;
    }
}
