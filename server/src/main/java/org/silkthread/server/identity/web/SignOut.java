package org.silkthread.server.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.identity.Sessions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;

/** What follows signing out: the session is ended for good, and the browser forgets the pages it kept. */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SignOut implements LogoutHandler, LogoutSuccessHandler {

    private final Sessions sessions;
    private final AuditTrail audit;

    SignOut(Sessions sessions, AuditTrail audit) {
        this.sessions = sessions;
        this.audit = audit;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication instanceof PersonAuthentication person) {
            audit.record(new AuditEvent(
                    person.getPrincipal().actor(), "identity.sign-out", "account/" + person.getName(), ""));
            sessions.end(
                    person.getName(),
                    person.session(),
                    "signed out",
                    person.getPrincipal().actor());
        }
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication)
            throws IOException {
        response.setHeader("Clear-Site-Data", "\"cache\"");
        response.sendRedirect("/sign-in?signed-out");
    }
}
