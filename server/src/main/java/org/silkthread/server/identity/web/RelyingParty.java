package org.silkthread.server.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * This application as a relying party of OpenID Connect, the same for every issuer: it sends the browser away with a
 * state, a nonce and a proof key, and takes what comes back for a code that it exchanges itself. The framework checks
 * state, signature, issuer, audience, nonce and times.
 */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class RelyingParty {

    private static final String MAX_AGE = "max_age";

    private final Issuers issuers;
    private final DefaultOAuth2AuthorizationRequestResolver requests;
    private final AuthorizationRequestRepository<OAuth2AuthorizationRequest> underWay =
            new HttpSessionOAuth2AuthorizationRequestRepository();
    private final OidcAuthorizationCodeAuthenticationProvider exchange;

    RelyingParty(Issuers issuers, SignInSettings settings, Clock clock) {
        this.issuers = issuers;
        this.requests = new DefaultOAuth2AuthorizationRequestResolver(issuers, "/sign-in/with");
        this.requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(request -> request.additionalParameters(
                        more -> more.put(MAX_AGE, settings.longest().toSeconds()))));
        OidcIdTokenDecoderFactory decoders = new OidcIdTokenDecoderFactory();
        decoders.setJwsAlgorithmResolver(issuers::algorithm);
        decoders.setJwtValidatorFactory(registration -> StatementRule.of(registration, settings, clock));
        this.exchange = new OidcAuthorizationCodeAuthenticationProvider(
                new RestClientAuthorizationCodeTokenResponseClient(), new OidcUserService());
        this.exchange.setJwtDecoderFactory(decoders);
    }

    /** Where to send the browser; empty if there is no such issuer. */
    Optional<String> begin(HttpServletRequest request, HttpServletResponse response, String issuer) {
        if (issuers.findByRegistrationId(issuer) == null) {
            return Optional.empty();
        }
        OAuth2AuthorizationRequest going = requests.resolve(request, issuer);
        if (going == null) {
            return Optional.empty();
        }
        underWay.saveAuthorizationRequest(going, request, response);
        return Optional.of(going.getAuthorizationRequestUri());
    }

    /**
     * What the issuer states of the person, from what the browser came back with.
     *
     * @throws AuthenticationException if the issuer refused, or anything about its answer is not right
     */
    OidcUser finish(HttpServletRequest request, HttpServletResponse response, String issuer) {
        ClientRegistration registration = issuers.findByRegistrationId(issuer);
        OAuth2AuthorizationRequest sent = underWay.removeAuthorizationRequest(request, response);
        if (registration == null
                || sent == null
                || !issuer.equals(sent.getAttribute(OAuth2ParameterNames.REGISTRATION_ID))) {
            throw new OAuth2AuthenticationException("authorization_request_not_found");
        }
        OAuth2LoginAuthenticationToken attempt = new OAuth2LoginAuthenticationToken(
                registration, new OAuth2AuthorizationExchange(sent, answer(request, sent)));
        if (exchange.authenticate(attempt) instanceof OAuth2LoginAuthenticationToken done
                && done.getPrincipal() instanceof OidcUser person) {
            return person;
        }
        throw new OAuth2AuthenticationException("no_statement");
    }

    private static OAuth2AuthorizationResponse answer(HttpServletRequest request, OAuth2AuthorizationRequest sent) {
        String state = request.getParameter(OAuth2ParameterNames.STATE);
        String code = request.getParameter(OAuth2ParameterNames.CODE);
        String error = request.getParameter(OAuth2ParameterNames.ERROR);
        OAuth2AuthorizationResponse.Builder answer = code == null
                ? OAuth2AuthorizationResponse.error(error == null ? "no_code" : error)
                : OAuth2AuthorizationResponse.success(code);
        return answer.redirectUri(String.valueOf(sent.getRedirectUri()))
                .state(state)
                .build();
    }
}
