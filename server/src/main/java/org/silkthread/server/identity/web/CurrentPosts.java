package org.silkthread.server.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.SignedIn;
import org.silkthread.server.web.SessionEnd;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads at every request which posts the signed-in person holds now. A post that was ended, or an account that was
 * closed or got another password, counts from the next request on. No session outlives a working day.
 */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class CurrentPosts extends OncePerRequestFilter {

    private final Accounts accounts;
    private final SessionLimits limits;

    CurrentPosts(Accounts accounts, SessionLimits limits) {
        this.accounts = accounts;
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication instanceof PersonAuthentication person) {
            Optional<SignedIn> current = current(request, person);
            if (current.isPresent()) {
                SecurityContextHolder.setContext(new SecurityContextImpl(
                        new PersonAuthentication(current.get(), person.session(), person.signedInAt())));
                limits.used(request);
                request.setAttribute(SessionEnd.ATTRIBUTE, limits.end(person));
            } else {
                endSession(request);
            }
        }
        chain.doFilter(request, response);
    }

    private Optional<SignedIn> current(HttpServletRequest request, PersonAuthentication person) {
        return limits.over(request, person)
                ? Optional.empty()
                : accounts.stillSignedIn(person.getName(), person.session());
    }

    /** Style sheets and pictures are everybody's. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    private static void endSession(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** Only the security chain calls this filter; as a servlet filter of its own it would run twice. */
    @Component
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    static class NotAServletFilter {

        @Bean
        FilterRegistrationBean<CurrentPosts> currentPostsRegistration(CurrentPosts filter) {
            FilterRegistrationBean<CurrentPosts> registration = new FilterRegistrationBean<>(filter);
            registration.setEnabled(false);
            return registration;
        }
    }
}
