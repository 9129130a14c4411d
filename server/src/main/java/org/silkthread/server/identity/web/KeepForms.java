package org.silkthread.server.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.silkthread.server.identity.KeptForms;
import org.silkthread.server.identity.Sessions;
import org.silkthread.server.web.FormToken;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps a form that comes from one of our own pages after its sender's session has ended. Who sent it is known by the
 * cookie of that session, which opens nothing any more.
 */
final class KeepForms extends OncePerRequestFilter {

    private static final int LONGEST = 256 * 1024;
    private static final Duration AFTER_THE_END = Duration.ofHours(24);
    /** These are for the moment only. */
    private static final Set<String> NEVER_KEPT =
            Set.of("_csrf", FormToken.ONCE, "password", "current", "again", "code", "secret");

    private final KeptForms forms;
    private final Sessions sessions;
    private final SessionLimits limits;

    KeepForms(KeptForms forms, Sessions sessions, SessionLimits limits) {
        this.forms = forms;
        this.sessions = sessions;
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> sender = isFormOfOurs(request) ? formerHolder(request) : Optional.empty();
        List<KeptForms.Field> fields = sender.isPresent() ? fields(request) : List.of();
        if (sender.isEmpty() || fields.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        forms.keep(sender.get(), new KeptForms.Form(path(request), fields));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, "/sign-in?kept");
    }

    private static boolean isFormOfOurs(HttpServletRequest request) {
        String type = request.getContentType();
        return HttpMethod.POST.matches(request.getMethod())
                && type != null
                && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                && request.getContentLength() <= LONGEST
                && SecurityContextHolder.getContext().getAuthentication() == null
                && !request.getRequestURI().startsWith("/sign-")
                && !request.getRequestURI().startsWith("/recover")
                && !request.getRequestURI().startsWith("/me")
                && !request.getRequestURI().startsWith("/tap/")
                && !request.getRequestURI().startsWith("/tell/")
                && isFromHere(request);
    }

    private static boolean isFromHere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        String host = request.getHeader(HttpHeaders.HOST);
        return origin != null && origin.equals(request.getScheme() + "://" + host);
    }

    private Optional<String> formerHolder(HttpServletRequest request) {
        return Optional.ofNullable(request.getRequestedSessionId())
                .flatMap(id -> sessions.formerHolder(
                        CookieHash.of(id), limits.oldestBeginning().minus(AFTER_THE_END)));
    }

    private static List<KeptForms.Field> fields(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !NEVER_KEPT.contains(field.getKey()))
                .flatMap(field ->
                        Arrays.stream(field.getValue()).map(value -> new KeptForms.Field(field.getKey(), value)))
                .toList();
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI();
    }
}
