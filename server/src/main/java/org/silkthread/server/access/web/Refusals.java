package org.silkthread.server.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.identity.SignedIn;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/**
 * Answers a refused request: a page that nobody has is not found, a person without the right is told so, a stranger is
 * asked to sign in, and a program gets the status alone. What a signed-in person is refused is recorded.
 */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final int LONGEST_PATH = 200;

    private final LoginUrlAuthenticationEntryPoint signIn = new LoginUrlAuthenticationEntryPoint("/sign-in");

    private final AuditTrail audit;

    Refusals(AuditTrail audit) {
        this.audit = audit;
        signIn.setFavorRelativeUris(true);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException, ServletException {
        if (!Routes.knows(request.getRequestURI())) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (noSuchMethod(request)) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (forPrograms(request.getRequestURI())) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Silkthread\"");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            signIn.commence(request, response, refusal);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        if (!Routes.knows(request.getRequestURI())) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (noSuchMethod(request)) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else {
            record(request);
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private void record(HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof Authentication authentication
                && authentication.getPrincipal() instanceof SignedIn person) {
            String path = request.getRequestURI();
            audit.record(new AuditEvent(
                    person.actor(),
                    "identity.refused",
                    "path" + path.substring(0, Math.min(path.length(), LONGEST_PATH)),
                    request.getMethod()));
        }
    }

    private static boolean forPrograms(String path) {
        return path.startsWith("/api/") || path.startsWith("/fhir/") || path.equals("/fhir");
    }

    private static boolean noSuchMethod(HttpServletRequest request) {
        return Routes.of(HttpMethod.valueOf(request.getMethod()), request.getRequestURI())
                .isEmpty();
    }
}
