package org.silkthread.server.identity.web;

import static org.silkthread.server.identity.Role.ACCOUNTABLE_OFFICER;
import static org.silkthread.server.identity.Role.ANALYST;
import static org.silkthread.server.identity.Role.CLINICIAN;
import static org.silkthread.server.identity.Role.COMMISSIONER;
import static org.silkthread.server.identity.Role.NATIONAL;
import static org.silkthread.server.identity.Role.QUALITY_LEAD;
import static org.silkthread.server.identity.Role.REGULATOR;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The one list of who may use which route. What is not on it is refused. */
final class RouteRules {

    /**
     * A rule. The first one that fits a request decides.
     *
     * @param methods the methods it is about
     * @param path the paths it is about
     */
    record Rule(List<HttpMethod> methods, PathPattern path, Access access) {

        Rule(List<HttpMethod> methods, String pattern, Access access) {
            this(methods, PathPatternParser.defaultInstance.parse(pattern), access);
        }

        String pattern() {
            return path.getPatternString();
        }

        boolean fits(HttpMethod method, PathContainer path) {
            return methods.contains(method) && this.path.matches(path);
        }
    }

    private static final List<HttpMethod> READING = List.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final List<HttpMethod> WRITING = List.of(HttpMethod.POST);
    private static final List<HttpMethod> BOTH = List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST);
    private static final Access EVERYONE = new Access.Everyone();

    static final List<Rule> ALL = List.of(
            new Rule(READING, "/", EVERYONE),
            new Rule(READING, "/assets/**", EVERYONE),
            new Rule(READING, "/favicon.ico", EVERYONE),
            new Rule(READING, "/indicators/**", EVERYONE),
            new Rule(READING, "/figures/**", EVERYONE),
            new Rule(READING, "/organisations/**", EVERYONE),
            new Rule(READING, "/quality-accounts/**", EVERYONE),
            new Rule(READING, "/compare/**", EVERYONE),
            new Rule(READING, "/observatory/**", EVERYONE),
            new Rule(READING, "/open-data/**", EVERYONE),
            new Rule(READING, "/cuts/**", EVERYONE),
            new Rule(READING, "/rights/**", EVERYONE),
            new Rule(READING, "/evidence/**", EVERYONE),
            new Rule(READING, "/promises/**", EVERYONE),
            new Rule(READING, "/calculations/*", EVERYONE),
            new Rule(READING, "/about/**", EVERYONE),
            new Rule(READING, "/accessibility", EVERYONE),
            new Rule(READING, "/privacy", EVERYONE),
            new Rule(READING, "/api", EVERYONE),
            new Rule(BOTH, "/api/v1/calculations/**", Access.holdersOf(ANALYST, NATIONAL)),
            new Rule(READING, "/api/v1/**", EVERYONE),
            new Rule(READING, "/healthz", EVERYONE),
            new Rule(READING, "/readyz", EVERYONE),
            new Rule(BOTH, "/sign-in", EVERYONE),
            new Rule(WRITING, "/sign-out", EVERYONE),
            new Rule(READING, "/me", new Access.AnyAccount()),
            new Rule(BOTH, "/provider/**", Access.holdersOf(QUALITY_LEAD, ACCOUNTABLE_OFFICER, CLINICIAN)),
            new Rule(BOTH, "/commissioner/**", Access.holdersOf(COMMISSIONER)),
            new Rule(BOTH, "/regulator/**", Access.holdersOf(REGULATOR)),
            new Rule(BOTH, "/national/**", Access.holdersOf(NATIONAL)),
            new Rule(BOTH, "/analyst/**", Access.holdersOf(ANALYST, NATIONAL)),
            new Rule(READING, "/fhir/Measure/$care-gaps", Access.holdersOf(CLINICIAN)),
            new Rule(BOTH, "/fhir/**", Access.holdersOf(ANALYST, NATIONAL)));

    private RouteRules() {}

    /** The rule that decides about a request, if there is one. */
    static Optional<Rule> of(HttpMethod method, String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return ALL.stream().filter(rule -> rule.fits(method, parsed)).findFirst();
    }

    /** Whether any method has a rule for this path. */
    static boolean knows(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return ALL.stream().anyMatch(rule -> rule.path().matches(parsed));
    }
}
