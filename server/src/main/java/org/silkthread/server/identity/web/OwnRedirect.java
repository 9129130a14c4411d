package org.silkthread.server.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Consumer;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A code of the embedded issuer goes back to where the browser asked for it and nowhere else: to this server, under the
 * name that this very request came to, at one path. So the server works under every name it has, and a link that names
 * another host is refused.
 */
final class OwnRedirect implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {

    static final String PATH = "/sign-in/from/" + Issuers.EMBEDDED;

    @Override
    public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        String asked = context.getAuthorizationRequest() == null
                ? redirectOf(context)
                : String.valueOf(context.getAuthorizationRequest().getRedirectUri());
        if (!asked.equals(here())) {
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, "The code is not sent there", null), null);
        }
    }

    private static String redirectOf(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        return context.getAuthentication()
                        instanceof
                        org.springframework.security.oauth2.server.authorization.authentication
                                        .OAuth2AuthorizationCodeRequestAuthenticationToken
                                request
                ? String.valueOf(request.getRedirectUri())
                : "";
    }

    private static String here() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpServletRequest request = attributes.getRequest();
            return ServletUriComponentsBuilder.fromContextPath(request)
                    .path(PATH)
                    .build()
                    .toUriString();
        }
        return "";
    }
}
