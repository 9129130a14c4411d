package org.silkthread.server.identity.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/**
 * When a statement of an issuer is believed: besides what OpenID Connect asks (issuer, audience, times), the person has
 * proved who they are within the longest time of a session.
 */
final class StatementRule implements OAuth2TokenValidator<Jwt> {

    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Duration longest;
    private final Clock clock;

    private StatementRule(Duration longest, Clock clock) {
        this.longest = longest;
        this.clock = clock;
    }

    static OAuth2TokenValidator<Jwt> of(ClientRegistration registration, SignInSettings settings, Clock clock) {
        return new DelegatingOAuth2TokenValidator<>(List.of(
                new JwtTimestampValidator(),
                new OidcIdTokenValidator(registration),
                new StatementRule(settings.longest(), clock)));
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt statement) {
        Instant now = clock.instant();
        Instant proved = statement.getClaimAsInstant(IdTokenClaimNames.AUTH_TIME);
        boolean recent = proved != null
                && !proved.isAfter(now.plus(SKEW))
                && !proved.isBefore(now.minus(longest).minus(SKEW));
        return recent
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error(
                        OAuth2ErrorCodes.INVALID_REQUEST,
                        "The statement does not say that the person signed in lately (auth_time)",
                        null));
    }
}
