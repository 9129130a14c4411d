package org.silkthread.server.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.silkthread.server.identity.Accounts;
import org.silkthread.server.identity.SignedIn;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
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

    private static final Duration LONGEST_SESSION = Duration.ofHours(12);

    private final Accounts accounts;
    private final Clock clock;

    CurrentPosts(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication instanceof PersonAuthentication person) {
            Optional<SignedIn> current = current(person);
            if (current.isPresent()) {
                SecurityContext context =
                        new SecurityContextImpl(new PersonAuthentication(current.get(), person.signedInAt()));
                SecurityContextHolder.setContext(context);
            } else {
                endSession(request);
            }
        }
        chain.doFilter(request, response);
    }

    private Optional<SignedIn> current(PersonAuthentication person) {
        boolean over = clock.instant().isAfter(person.signedInAt().plus(LONGEST_SESSION));
        return over ? Optional.empty() : accounts.stillSignedIn(person.getName(), person.signedInAt());
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
