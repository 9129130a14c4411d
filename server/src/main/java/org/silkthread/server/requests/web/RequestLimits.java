package org.silkthread.server.requests.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.silkthread.server.requests.web.LimitSettings.Limits;
import org.silkthread.server.requests.web.LimitSettings.Rate;
import org.silkthread.server.web.Refusal;
import org.silkthread.server.web.RefusedEarly;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away who asks too much: 429 with the seconds to wait. It stands behind the session and before everything that
 * costs something, also before a token is looked up, so that guessing tokens is bounded by the guesser's address.
 */
final class RequestLimits extends OncePerRequestFilter {

    static final Set<String> HEALTH = Set.of("/healthz", "/readyz", "/health", "/metrics");

    private final LimitSettings settings;
    private final Set<String> unlimited;
    private final Buckets buckets = new Buckets();
    private final RefusedEarly refused;
    private final MeterRegistry meters;

    RequestLimits(LimitSettings settings, RefusedEarly refused, MeterRegistry meters) {
        this.settings = settings;
        this.unlimited = settings.unlimited().stream().map(Network::of).collect(Collectors.toUnmodifiableSet());
        this.refused = refused;
        this.meters = meters;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return HEALTH.contains(request.getRequestURI()) || unlimited.contains(Network.of(request.getRemoteAddr()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Kind kind = Kind.of(request);
        Duration wait = callers(request, settings.of(kind)).entrySet().stream()
                .map(caller -> buckets.take(kind, caller.getKey(), caller.getValue()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        if (wait.isZero()) {
            chain.doFilter(request, response);
        } else {
            refuse(kind, wait, request, response);
        }
    }

    /** Who makes the request. A token is nobody's until it is looked up, so it counts for its address, too. */
    private static Map<String, Rate> callers(HttpServletRequest request, Limits limits) {
        String address = "address " + Network.of(request.getRemoteAddr());
        String token = request.getHeader(HttpHeaders.AUTHORIZATION);
        Map<String, Rate> callers = new LinkedHashMap<>();
        if (token != null && Kind.isForPrograms(request.getRequestURI())) {
            callers.put("token " + digest(token), limits.caller());
            callers.put(address, limits.address());
            return callers;
        }
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (person == null || person instanceof AnonymousAuthenticationToken) {
            callers.put(address, limits.address());
        } else {
            callers.put("account " + person.getName(), limits.caller());
        }
        return callers;
    }

    private static String digest(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private void refuse(Kind kind, Duration wait, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        meters.counter("silkthread.requests.refused", "kind", kind.name().toLowerCase(Locale.ROOT))
                .increment();
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        refused.answer(
                Refusal.tooManyRequests(
                        "There were too many requests in a short time.",
                        seconds == 1 ? "Try again in a second." : "Try again in " + seconds + " seconds."),
                request,
                response);
    }
}
