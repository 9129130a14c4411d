package org.silkthread.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answers a failed request: a page for a browser, a problem document for a program, and a line in the log. */
@Component
class ProblemReplies {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemReplies.class);

    private final PageFrames frames;

    ProblemReplies(PageFrames frames) {
        this.frames = frames;
    }

    /**
     * Notes the problem in the log, by the route and never by the address, which may name a person. The stack stays there;
     * no reply ever holds it.
     */
    void log(Problem problem, HttpServletRequest request, Throwable cause) {
        String method = method(request);
        String route = route(request);
        if (problem.status().is5xxServerError()) {
            LOG.error("Problem {}: {} {} gave {}", problem.reference(), method, route, problem.status(), cause);
        } else if (problem.status().value() == HttpStatus.TOO_MANY_REQUESTS.value()) {
            // Whoever asks too much must not fill the log with it; a counter says how often it happens.
            LOG.debug("Problem {}: {} {} gave {}", problem.reference(), method, route, problem.status());
        } else {
            LOG.info("Problem {}: {} {} gave {}", problem.reference(), method, route, problem.status());
        }
    }

    /** A method is any word that somebody sends. */
    private static String method(HttpServletRequest request) {
        String method = request.getMethod();
        return Arrays.asList(HttpMethod.values()).contains(HttpMethod.valueOf(method)) ? method : "another method";
    }

    private static String route(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern
                        && !pattern.equals("/error")
                ? pattern
                : "no route";
    }

    /** The reply in the form that the request asks for: a {@link ModelAndView} or a {@link ResponseEntity}. */
    Object reply(Problem problem, String path, HttpServletRequest request) {
        return wantsPage(path, request) ? page(problem, request) : document(problem);
    }

    private ModelAndView page(Problem problem, HttpServletRequest request) {
        return new ModelAndView(
                "web/problem",
                Map.of(
                        PageFrames.FRAME,
                        frames.of(request).titled(problem.title()).under(),
                        "problem",
                        problem),
                problem.status());
    }

    private static ResponseEntity<Object> document(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(problem.toDocument());
    }

    private static boolean wantsPage(String path, HttpServletRequest request) {
        if (path.startsWith("/api/") || path.startsWith("/fhir/") || path.equals("/fhir")) {
            return false;
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null) {
            return true;
        }
        try {
            return MimeTypeUtils.parseMimeTypes(accept).stream()
                    .anyMatch(type -> type.includes(MimeTypeUtils.TEXT_HTML));
        } catch (InvalidMimeTypeException unreadable) {
            return true;
        }
    }
}
