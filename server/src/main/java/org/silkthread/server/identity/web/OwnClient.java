package org.silkthread.server.identity.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/**
 * The one application that the embedded issuer serves: this one. Its secret is made at every start and never leaves the
 * process.
 */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class OwnClient implements RegisteredClientRepository {

    static final String ID = "silkthread";

    private static final int SECRET_BYTES = 32;
    private static final Duration CODE_LASTS = Duration.ofMinutes(1);
    private static final Duration TOKEN_LASTS = Duration.ofMinutes(1);

    private final String secret = newSecret();
    private final RegisteredClient client = RegisteredClient.withId(ID)
            .clientId(ID)
            .clientSecret(secret)
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            // The framework wants one; what decides is OwnRedirect.
            .redirectUri("http://localhost" + OwnRedirect.PATH)
            .scope(OidcScopes.OPENID)
            .clientSettings(ClientSettings.builder()
                    .requireProofKey(true)
                    .requireAuthorizationConsent(false)
                    .build())
            .tokenSettings(TokenSettings.builder()
                    .authorizationCodeTimeToLive(CODE_LASTS)
                    .accessTokenTimeToLive(TOKEN_LASTS)
                    .accessTokenFormat(OAuth2TokenFormat.REFERENCE)
                    .idTokenSignatureAlgorithm(SignatureAlgorithm.ES256)
                    .build())
            .build();

    /** A secret of 256 random bits that lives as long as the process needs no slow hash, only a comparison in full. */
    static final class Comparison implements PasswordEncoder {

        @Override
        public String encode(@Nullable CharSequence secret) {
            return String.valueOf(secret);
        }

        @Override
        public boolean matches(@Nullable CharSequence shown, @Nullable String kept) {
            return MessageDigest.isEqual(
                    String.valueOf(shown).getBytes(StandardCharsets.UTF_8),
                    String.valueOf(kept).getBytes(StandardCharsets.UTF_8));
        }
    }

    String secret() {
        return secret;
    }

    @Override
    public void save(RegisteredClient other) {
        throw new UnsupportedOperationException("The embedded issuer serves no other application");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return Optional.of(client).filter(own -> own.getId().equals(id)).orElse(null);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return findById(clientId);
    }

    private static String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
