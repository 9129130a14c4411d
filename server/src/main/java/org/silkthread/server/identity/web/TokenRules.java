package org.silkthread.server.identity.web;

import static org.silkthread.server.identity.SmartScope.Interaction.CREATE;
import static org.silkthread.server.identity.SmartScope.Interaction.DELETE;
import static org.silkthread.server.identity.SmartScope.Interaction.READ;
import static org.silkthread.server.identity.SmartScope.Interaction.SEARCH;
import static org.silkthread.server.identity.SmartScope.Interaction.UPDATE;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.silkthread.server.identity.SmartScope;
import org.silkthread.server.identity.SmartScope.Interaction;
import org.silkthread.server.identity.TokenScope;
import org.silkthread.server.identity.TokenScope.ReadFigures;
import org.silkthread.server.identity.TokenScope.RunCalculations;
import org.silkthread.server.identity.TokenScope.SendFiles;
import org.silkthread.server.identity.TokenScope.UseFhir;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The one list of what a token needs for which operation. What is not on it is closed to tokens. It comes before the list
 * of routes and narrows it: a scope opens nothing that the token's owner may not do.
 */
final class TokenRules {

    private static final String TYPE = "{type:[A-Z][A-Za-z]+}";

    /** No name of an operation: those begin with a dollar sign and get rules of their own. */
    private static final String ID = "{id:[A-Za-z0-9.-]+}";

    /** What a rule needs of a path that fits it. */
    private interface Needs extends Function<PathPattern.PathMatchInfo, List<TokenScope>> {}

    /**
     * A rule. The first one that fits a request decides.
     *
     * @param example what it needs, for the manual
     * @param named the FHIR scopes that it names, when they do not depend on the path
     */
    record Rule(List<HttpMethod> methods, PathPattern path, Needs needs, String example, List<TokenScope> named) {

        Optional<List<TokenScope>> needsOf(HttpMethod method, PathContainer asked) {
            return methods.contains(method)
                    ? Optional.ofNullable(path.matchAndExtract(asked)).map(needs)
                    : Optional.empty();
        }
    }

    private static final List<HttpMethod> READING = List.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final List<HttpMethod> BOTH = List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST);
    private static final List<HttpMethod> POST = List.of(HttpMethod.POST);

    /** A bundle may hold any of the types that feeds take. */
    private static final TokenScope[] MESSAGES = Stream.of(
                    "Encounter", "Observation", "ServiceRequest", "DiagnosticReport", "Procedure")
            .map(type -> needed(type, CREATE))
            .toArray(TokenScope[]::new);

    static final List<Rule> ALL = List.of(
            open(READING, "/fhir/metadata"),
            open(READING, "/fhir/.well-known/smart-configuration"),
            fhir(POST, "/fhir/$cql", needed("Library", READ, SEARCH)),
            fhir(POST, "/fhir/Library/$evaluate", needed("Library", READ, SEARCH)),
            fhir(
                    BOTH,
                    "/fhir/Measure/$evaluate-measure",
                    needed("Measure", READ),
                    needed("MeasureReport", READ, SEARCH)),
            fhir(READING, "/fhir/Measure/$care-gaps", needed("Measure", READ), needed("Patient", READ, SEARCH)),
            fhir(POST, "/fhir", MESSAGES),
            fhir(POST, "/fhir/", MESSAGES),
            resource(READING, "/fhir/" + TYPE, SEARCH),
            resource(POST, "/fhir/" + TYPE + "/_search", SEARCH),
            resource(READING, "/fhir/" + TYPE + "/" + ID, READ),
            resource(POST, "/fhir/" + TYPE, CREATE),
            resource(List.of(HttpMethod.PUT), "/fhir/" + TYPE + "/" + ID, UPDATE),
            resource(List.of(HttpMethod.DELETE), "/fhir/" + TYPE + "/" + ID, DELETE),
            rule(BOTH, "/api/v1/calculations/**", TokenScope.RUN_CALCULATIONS, path -> List.of(new RunCalculations())),
            rule(
                    POST,
                    "/api/v1/imports/{kind}",
                    TokenScope.SEND_FILES + "{kind}",
                    path -> List.of(new SendFiles(part(path, "kind")))),
            rule(READING, "/api/v1/**", TokenScope.READ_FIGURES, path -> List.of(new ReadFigures())));

    private TokenRules() {}

    /** What a request needs: nothing for what is public to programs, and empty when no token opens it. */
    static Optional<List<TokenScope>> needsOf(HttpMethod method, String path) {
        PathContainer asked = PathContainer.parsePath(path);
        return ALL.stream()
                .flatMap(rule -> rule.needsOf(method, asked).stream())
                .findFirst();
    }

    /** The scopes that FHIR operations here need. */
    static Stream<TokenScope> fhirScopes() {
        return ALL.stream().flatMap(rule -> rule.named().stream());
    }

    private static Rule open(List<HttpMethod> methods, String path) {
        return rule(methods, path, "nothing", match -> List.of());
    }

    private static Rule fhir(List<HttpMethod> methods, String path, TokenScope... needs) {
        List<TokenScope> all = List.of(needs);
        String example = String.join(" and ", all.stream().map(TokenScope::text).toList());
        return new Rule(methods, PathPatternParser.defaultInstance.parse(path), match -> all, example, all);
    }

    private static Rule resource(List<HttpMethod> methods, String path, Interaction interaction) {
        String example = needed("X", interaction).text().replace("/X.", "/{type}.");
        return rule(methods, path, example, match -> List.of(needed(part(match, "type"), interaction)));
    }

    private static Rule rule(List<HttpMethod> methods, String path, String example, Needs needs) {
        return new Rule(methods, PathPatternParser.defaultInstance.parse(path), needs, example, List.of());
    }

    private static TokenScope needed(String resource, Interaction... interactions) {
        return new UseFhir(
                SmartScope.needed(resource, interactions[0], Arrays.copyOfRange(interactions, 1, interactions.length)));
    }

    private static String part(PathPattern.PathMatchInfo path, String name) {
        return path.getUriVariables().getOrDefault(name, "");
    }
}
