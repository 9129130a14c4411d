package org.silkthread.server.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.silkthread.server.access.DataScope;
import org.silkthread.server.identity.CurrentUser;
import org.silkthread.server.identity.SignedIn;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** Shows a request what belongs to its caller and nothing else. It stands behind the filters that know the caller. */
final class RequestScope extends OncePerRequestFilter {

    private final CurrentUser user;

    private RequestScope(CurrentUser user) {
        this.user = user;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SignedIn> caller = user.find();
        if (caller.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Optional<ServletException> failure = DataScope.asCaller(caller.get(), () -> {
            try {
                chain.doFilter(request, response);
                return Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (ServletException e) {
                return Optional.of(e);
            }
        });
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    /** After the security filters. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    static class Registration {

        @Bean
        FilterRegistrationBean<RequestScope> requestScope(CurrentUser user) {
            FilterRegistrationBean<RequestScope> registration = new FilterRegistrationBean<>(new RequestScope(user));
            registration.setOrder(Ordered.LOWEST_PRECEDENCE - 20);
            return registration;
        }
    }
}
