package org.silkthread.server.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what no database can keep and nobody types: a NUL in a query or a form. Without this every search would have to
 * think of it.
 */
@Component
@Order(UnstorableText.BEHIND_THE_SECURITY_FILTERS)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class UnstorableText extends OncePerRequestFilter {

    static final int BEHIND_THE_SECURITY_FILTERS = 0;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean hasNul = request.getParameterMap().entrySet().stream()
                .anyMatch(parameter -> parameter.getKey().indexOf('\0') >= 0
                        || Arrays.stream(parameter.getValue()).anyMatch(value -> value.indexOf('\0') >= 0));
        if (hasNul) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        chain.doFilter(request, response);
    }

    /** A file is read by whoever takes it in, not here; interfaces take forms of no kind and say so themselves. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        String path = request.getRequestURI();
        boolean isInterface = path.startsWith("/api/") || path.startsWith("/fhir/") || path.equals("/fhir");
        return type != null && (type.startsWith("multipart/") || isInterface);
    }
}
