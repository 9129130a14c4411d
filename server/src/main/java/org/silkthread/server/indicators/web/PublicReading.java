package org.silkthread.server.indicators.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.silkthread.server.identity.CurrentUser;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Lets browsers and shared caches keep what everybody may read, and nothing else.
 *
 * <p>A page read without signing in may be kept for a minute and asked for again by its entity tag. A page read by
 * somebody who is signed in may hold what only their organisation may see: it is never stored. Long downloads are
 * written straight through, because a tag would need the whole file in memory.
 */
final class PublicReading extends ShallowEtagHeaderFilter {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final List<String> PREFIXES = List.of(
            "/indicators", "/figures", "/compare", "/observatory", "/cuts", "/open-data", "/api/v1", "/organisations");
    private static final String DOWNLOADS = "/open-data/";

    private final CurrentUser currentUser;

    PublicReading(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean reading = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
        return !reading || path.startsWith(DOWNLOADS) || !isPublic(path);
    }

    @Override
    protected boolean isEligibleForEtag(
            HttpServletRequest request, HttpServletResponse response, int status, InputStream body) {
        if (status == HttpServletResponse.SC_OK && !response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, cacheControl().getHeaderValue());
            response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
            response.addHeader(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        }
        return super.isEligibleForEtag(request, response, status, body);
    }

    private CacheControl cacheControl() {
        return currentUser.find().isPresent()
                ? CacheControl.noStore().cachePrivate()
                : CacheControl.maxAge(KEPT).cachePublic();
    }

    private static boolean isPublic(String path) {
        return path.equals("/")
                || PREFIXES.stream().anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }
}
