package org.silkthread.server.identity.web;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.silkthread.server.identity.issuer.IssuedCodes;
import org.silkthread.server.identity.issuer.ProvenAuthentication;
import org.silkthread.server.identity.issuer.PublicAddress;
import org.silkthread.server.identity.keys.IssuerKeys;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2AccessTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/**
 * The OpenID Connect issuer that comes with the application. It knows one client, this application, and states of a
 * person only what they proved on the pages under {@code /sign-in}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class IssuerConfiguration {

    static final String AUTHORIZE = "/id/authorize";
    static final String TOKEN = "/id/token";
    static final String KEYS = "/id/jwks";

    @Bean
    AuthorizationServerSettings issuerEndpoints() {
        return AuthorizationServerSettings.builder()
                .authorizationEndpoint(AUTHORIZE)
                .tokenEndpoint(TOKEN)
                .jwkSetEndpoint(KEYS)
                .oidcLogoutEndpoint("/id/end-session")
                .oidcUserInfoEndpoint("/id/userinfo")
                .tokenRevocationEndpoint("/id/revoke")
                .tokenIntrospectionEndpoint("/id/introspect")
                .pushedAuthorizationRequestEndpoint("/id/par")
                .deviceAuthorizationEndpoint("/id/device")
                .deviceVerificationEndpoint("/id/device-code")
                .clientRegistrationEndpoint("/id/register")
                .oidcClientRegistrationEndpoint("/id/connect/register")
                .build();
    }

    @Bean
    JWKSource<SecurityContext> issuerKeySource(IssuerKeys keys) {
        return (selector, context) -> selector.select(new JWKSet(List.<JWK>copyOf(keys.all())));
    }

    /** For the statements that somebody shows when they sign out at the issuer. */
    @Bean
    JwtDecoder issuerStatements(JWKSource<SecurityContext> keys) {
        return NimbusJwtDecoder.withJwkSource(keys).build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain issuerChain(
            HttpSecurity http,
            PublicAddress address,
            OwnClient client,
            IssuedCodes codes,
            IssuerKeys keys,
            AuthorizationServerSettings endpoints) {
        LoginUrlAuthenticationEntryPoint signIn = new LoginUrlAuthenticationEntryPoint("/sign-in");
        signIn.setFavorRelativeUris(true);
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    http.csrf(csrf -> csrf.ignoringRequestMatchers(server.getEndpointsMatcher()));
                    server.registeredClientRepository(client)
                            .authorizationService(codes)
                            .authorizationServerSettings(endpoints)
                            .tokenGenerator(tokens(keys))
                            .clientAuthentication(clients -> clients.authenticationProviders(
                                    providers -> providers.forEach(IssuerConfiguration::compareSecrets)))
                            .authorizationEndpoint(endpoint -> endpoint.authenticationProviders(
                                    providers -> providers.forEach(IssuerConfiguration::restrictRedirect)))
                            .oidc(Customizer.withDefaults());
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .securityContext(context -> context.securityContextRepository(new Proofs.AsSecurityContext()))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(signIn))
                .addFilterBefore(new UnderPublicName(address), SecurityContextHolderFilter.class)
                .headers(SecurityHeaders::declare)
                .build();
    }

    private static void restrictRedirect(AuthenticationProvider provider) {
        if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider codes) {
            codes.setAuthenticationValidator(new OwnRedirect()
                    .andThen(OAuth2AuthorizationCodeRequestAuthenticationValidator.DEFAULT_SCOPE_VALIDATOR));
        }
    }

    private static void compareSecrets(AuthenticationProvider provider) {
        if (provider instanceof ClientSecretAuthenticationProvider secrets) {
            secrets.setPasswordEncoder(new OwnClient.Comparison());
        }
    }

    private static OAuth2TokenGenerator<?> tokens(IssuerKeys keys) {
        NimbusJwtEncoder encoder = new NimbusJwtEncoder(
                (selector, context) -> selector.select(new JWKSet(keys.all().getFirst())));
        JwtGenerator statements = new JwtGenerator(encoder);
        statements.setJwtCustomizer(IssuerConfiguration::sayHowItWasProved);
        return new DelegatingOAuth2TokenGenerator(statements, new OAuth2AccessTokenGenerator());
    }

    private static void sayHowItWasProved(JwtEncodingContext context) {
        if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())
                && context.getPrincipal() instanceof ProvenAuthentication proven) {
            context.getClaims()
                    .claim(IdTokenClaimNames.AMR, proven.getPrincipal().references())
                    .claim(
                            IdTokenClaimNames.AUTH_TIME,
                            proven.getPrincipal().at().getEpochSecond());
        }
    }
}
