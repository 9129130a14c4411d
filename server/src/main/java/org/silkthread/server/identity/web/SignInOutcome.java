package org.silkthread.server.identity.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.identity.web.PasswordSignIn.TooManyAttempts;
import org.silkthread.server.web.component.PageLink;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;

/** What follows signing in and out: an entry in the audit trail and the page to go on with. */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SignInOutcome extends SavedRequestAwareAuthenticationSuccessHandler
        implements AuthenticationFailureHandler, LogoutSuccessHandler {

    private final AuditTrail audit;

    SignInOutcome(AuditTrail audit) {
        this.audit = audit;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        if (authentication instanceof PersonAuthentication person) {
            audit.record(new AuditEvent(
                    person.getPrincipal().actor(), "identity.sign-in", "account/" + person.getName(), ""));
        }
        super.onAuthenticationSuccess(request, response, authentication);
    }

    @Override
    protected String determineTargetUrl(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        return authentication instanceof PersonAuthentication person
                ? person.getPrincipal().workplace().map(PageLink::href).orElse("/me")
                : "/";
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        audit.record(new AuditEvent(
                new Actor.Visitor(), "identity.sign-in-refused", "account/" + attemptedName(request), ""));
        response.sendRedirect(failure instanceof TooManyAttempts ? "/sign-in?wait" : "/sign-in?problem");
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication)
            throws IOException {
        if (authentication instanceof PersonAuthentication person) {
            audit.record(new AuditEvent(
                    person.getPrincipal().actor(), "identity.sign-out", "account/" + person.getName(), ""));
        }
        response.sendRedirect("/sign-in?signed-out");
    }

    /** People type passwords into the wrong field, so what is no possible name is not written down. */
    private static String attemptedName(HttpServletRequest request) {
        String typed = request.getParameter("username");
        String name = typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
        return name.matches("[a-z0-9][a-z0-9._-]{1,62}") ? name : "not-a-username";
    }
}
