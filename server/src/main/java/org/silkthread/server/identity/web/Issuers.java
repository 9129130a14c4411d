package org.silkthread.server.identity.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silkthread.server.identity.issuer.PublicAddress;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.stereotype.Component;

/**
 * The issuers whose statements this application believes: the one that comes with it, and the one that is configured.
 * The second is asked for its addresses when somebody first uses it, so that the server starts without it.
 */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class Issuers implements ClientRegistrationRepository {

    static final String EMBEDDED = "here";
    static final String EXTERNAL = "organisation";

    private static final String BACK = "{baseUrl}/sign-in/from/{registrationId}";

    private final SignInSettings settings;
    private final PublicAddress address;
    private final OwnClient client;
    private volatile @Nullable ClientRegistration external;

    Issuers(SignInSettings settings, PublicAddress address, OwnClient client) {
        this.settings = settings;
        this.address = address;
        this.client = client;
    }

    /** How the statements of an issuer are signed. */
    SignatureAlgorithm algorithm(ClientRegistration registration) {
        return registration.getRegistrationId().equals(EMBEDDED)
                ? SignatureAlgorithm.ES256
                : Optional.ofNullable(SignatureAlgorithm.from(settings.algorithm()))
                        .orElseThrow(() -> new IllegalStateException(
                                "silkthread.sign-in.algorithm is unknown: " + settings.algorithm()));
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (id.equals(EMBEDDED) && settings.embedded()) {
            return embedded();
        }
        return id.equals(EXTERNAL) && settings.external() ? external() : null;
    }

    /** The browser is sent to a path of this server, whatever name it knows it by; the rest goes over the loopback. */
    private ClientRegistration embedded() {
        return ClientRegistration.withRegistrationId(EMBEDDED)
                .clientId(OwnClient.ID)
                .clientSecret(client.secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(BACK)
                .scope(OidcScopes.OPENID)
                .issuerUri(address.url())
                .authorizationUri(IssuerConfiguration.AUTHORIZE)
                .tokenUri(address.own() + IssuerConfiguration.TOKEN)
                .jwkSetUri(address.own() + IssuerConfiguration.KEYS)
                .build();
    }

    private ClientRegistration external() {
        ClientRegistration known = external;
        if (known == null) {
            known = ClientRegistrations.fromIssuerLocation(settings.issuerUri())
                    .registrationId(EXTERNAL)
                    .clientId(settings.clientId())
                    .clientSecret(secret())
                    .redirectUri(BACK)
                    .scope(settings.scopes())
                    // What is needed stands in the signed statement.
                    .userInfoUri(null)
                    .build();
            external = known;
        }
        return known;
    }

    private String secret() {
        return settings.clientSecretFile()
                .map(file -> {
                    try {
                        return Files.readString(file).strip();
                    } catch (IOException e) {
                        throw new UncheckedIOException("Cannot read silkthread.sign-in.client-secret-file", e);
                    }
                })
                .orElse(settings.clientSecret());
    }
}
