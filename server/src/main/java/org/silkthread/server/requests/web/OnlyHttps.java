package org.silkthread.server.requests.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.RefusedEarly;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where the public address is one of HTTPS, nothing is done by plain HTTP: a page is asked for again by HTTPS, everything
 * else is refused, because what it carries was readable on its way. What comes from this machine itself, such as a check of
 * the operator's or the server's call of itself, is let through, unless a proxy says that it came to it by plain HTTP.
 */
final class OnlyHttps extends OncePerRequestFilter {

    private static final String HTTPS = "https://";
    private static final String FORWARDED_PROTOCOL = "X-Forwarded-Proto";

    private final String publicAddress;
    private final RefusedEarly refused;

    /** @param publicAddress such as {@code https://quality.example.nhs.uk}; with another beginning nothing is refused */
    OnlyHttps(String publicAddress, RefusedEarly refused) {
        String stripped = publicAddress.strip();
        this.publicAddress = stripped.endsWith("/") ? stripped.substring(0, stripped.length() - 1) : stripped;
        this.refused = refused;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !publicAddress.toLowerCase(Locale.ROOT).startsWith(HTTPS)
                || cameByHttps(request)
                || RequestLimits.HEALTH.contains(request.getRequestURI())
                || isFromThisMachine(request);
    }

    /** Asks the container: the issuer's chain shows its filters the public address, however a request came. */
    private static boolean cameByHttps(HttpServletRequest request) {
        ServletRequest innermost = request;
        while (innermost instanceof ServletRequestWrapper wrapper) {
            innermost = wrapper.getRequest();
        }
        return innermost.isSecure();
    }

    private static boolean isFromThisMachine(HttpServletRequest request) {
        return Network.isThisMachine(request.getRemoteAddr())
                && !"http".equalsIgnoreCase(request.getHeader(FORWARDED_PROTOCOL));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean reads = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
        if (reads && request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
            String query = request.getQueryString();
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            response.setHeader(
                    HttpHeaders.LOCATION, publicAddress + request.getRequestURI() + (query == null ? "" : "?" + query));
            return;
        }
        refused.answer(
                Refusal.forbidden(
                        "This was sent by plain HTTP, which others can read on its way. Nothing was done.",
                        "Use " + publicAddress + ". If you sent a password or a token, choose another one."),
                request,
                response);
    }
}
