package org.silkthread.server.requests.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpMethod;

/** What a request costs. Each kind is counted by itself, so that a program that exports keeps nobody from reading. */
enum Kind {
    /** A page, a form, a style sheet. */
    PAGE,
    /** One of the replies that programs read. */
    READ,
    /** A message of a feed: a hospital sends them as they happen. */
    MESSAGE,
    /** A file, a search, a calculation, an import. */
    COSTLY;

    private static final List<String> FILES = List.of(".csv", ".ndjson", ".zip", "/record.json", "/record.html");
    private static final Set<String> MESSAGES = Set.of(
            "/fhir",
            "/fhir/",
            "/fhir/Encounter",
            "/fhir/Observation",
            "/fhir/ServiceRequest",
            "/fhir/DiagnosticReport",
            "/fhir/Procedure");
    private static final Set<String> HEAVY_FORMS = Set.of("/care/search", "/analyst/calculations");

    static Kind of(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (MESSAGES.contains(path) && HttpMethod.POST.matches(request.getMethod())) {
            return MESSAGE;
        }
        if (isCostly(request, path)) {
            return COSTLY;
        }
        return isForPrograms(path) ? READ : PAGE;
    }

    static boolean isForPrograms(String path) {
        return path.startsWith("/api/") || path.startsWith("/fhir/") || path.equals("/fhir");
    }

    private static boolean isCostly(HttpServletRequest request, String path) {
        boolean sends = HttpMethod.POST.matches(request.getMethod());
        return sends && (isForPrograms(path) || HEAVY_FORMS.contains(path))
                || path.startsWith("/fhir/") && path.contains("$")
                || path.startsWith("/open-data/")
                || FILES.stream().anyMatch(path::endsWith)
                || searches(request.getQueryString());
    }

    /** Looks at the words of the address alone: reading parameters would read the body of a form. */
    private static boolean searches(String query) {
        return query != null && ("&" + query.toLowerCase(Locale.ROOT)).matches(".*&search=[^&].*");
    }
}
