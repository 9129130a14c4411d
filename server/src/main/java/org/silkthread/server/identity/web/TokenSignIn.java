package org.silkthread.server.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.audit.AuditEvent;
import org.silkthread.server.audit.AuditTrail;
import org.silkthread.server.identity.ApiTokens;
import org.silkthread.server.identity.ApiTokens.Presented;
import org.silkthread.server.identity.TokenScope;
import org.silkthread.server.web.Refusal;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Lets a program in by the token in its {@code Authorization} header, for this one request: no session is begun, and one
 * that a cookie names does not count. A token in an address is not read. Tokens work under {@code /api/v1} and
 * {@code /fhir} alone; anywhere else the header is passed over, and the request is what it would be without it.
 */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class TokenSignIn extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";
    private static final int LONGEST_PATH = 200;

    private final ApiTokens tokens;
    private final RefusedSecrets refusedSecrets;
    private final AuditTrail audit;
    private final HandlerExceptionResolver problems;

    TokenSignIn(
            ApiTokens tokens,
            RefusedSecrets refusedSecrets,
            AuditTrail audit,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.tokens = tokens;
        this.refusedSecrets = refusedSecrets;
        this.audit = audit;
        this.problems = problems;
    }

    /** Whether a request comes from a program with a token, so that neither cookie nor form token matters. */
    static boolean bringsToken(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length()) && isForPrograms(request);
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/api/v1/") || path.startsWith("/fhir/") || path.equals("/fhir");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !bringsToken(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String secret = request.getHeader(HttpHeaders.AUTHORIZATION)
                .substring(BEARER.length())
                .strip();
        switch (tokens.present(secret)) {
            case Presented.Bad bad -> refuse(bad, request, response);
            case Presented.Good good -> {
                SecurityContextHolder.setContext(
                        new SecurityContextImpl(new TokenAuthentication(good.owner(), good.token())));
                Optional<List<TokenScope>> needed =
                        TokenRules.needsOf(HttpMethod.valueOf(request.getMethod()), request.getRequestURI());
                if (needed.filter(scopes -> scopes.stream().allMatch(good.token()::gives))
                        .isPresent()) {
                    chain.doFilter(request, response);
                } else {
                    refuse(good, needed, request, response);
                }
            }
        }
    }

    /** The same header for every reason (RFC 6750); the reason is told, because only the token's holder can get it. */
    private void refuse(Presented.Bad bad, HttpServletRequest request, HttpServletResponse response) {
        SecurityContextHolder.clearContext();
        record(bad, request);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Silkthread\", error=\"invalid_token\"");
        reply(
                request,
                response,
                Refusal.unauthorized(bad.because(), "Make a new token on the page /me/tokens and send that one."));
    }

    /** Strangers cannot fill the trail: a secret that nobody owns is written down once an hour for an address. */
    private void record(Presented.Bad bad, HttpServletRequest request) {
        if (bad.token().isPresent() || refusedSecrets.isNews(request.getRemoteAddr())) {
            audit.record(new AuditEvent(
                    new Actor.Visitor(),
                    "identity.token.refused",
                    bad.token().map(ApiTokens::subject).orElse("token/unknown"),
                    bad.because() + " " + operation(request)));
        }
    }

    private void refuse(
            Presented.Good good,
            Optional<List<TokenScope>> needed,
            HttpServletRequest request,
            HttpServletResponse response) {
        String scopes = needed.stream()
                .flatMap(List::stream)
                .map(TokenScope::text)
                .filter(text -> text.matches("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,200}"))
                .collect(Collectors.joining(" "));
        audit.record(new AuditEvent(
                good.owner().actor(),
                "identity.token.out-of-scope",
                ApiTokens.subject(good.token()),
                operation(request)));
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                "Bearer realm=\"Silkthread\", error=\"insufficient_scope\""
                        + (scopes.isEmpty() ? "" : ", scope=\"" + scopes + "\""));
        reply(
                request,
                response,
                Refusal.forbidden(
                        scopes.isEmpty()
                                ? "No token opens this address in this way."
                                : "This token does not have the scope that this needs: " + scopes + ".",
                        "Make a token with the scope on the page /me/tokens, or leave this out."));
    }

    private static String operation(HttpServletRequest request) {
        String path = request.getRequestURI();
        return request.getMethod() + " " + path.substring(0, Math.min(path.length(), LONGEST_PATH));
    }

    /** As a problem document, like every other refusal. */
    private void reply(HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
        problems.resolveException(request, response, null, refusal);
    }

    /** Only the security chain calls this filter; as a servlet filter of its own it would run twice. */
    @Component
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    static class OnlyInTheChain {

        @Bean
        FilterRegistrationBean<TokenSignIn> tokenSignInRegistration(TokenSignIn filter) {
            FilterRegistrationBean<TokenSignIn> registration = new FilterRegistrationBean<>(filter);
            registration.setEnabled(false);
            return registration;
        }
    }
}
