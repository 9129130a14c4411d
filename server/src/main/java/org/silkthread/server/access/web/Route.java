package org.silkthread.server.access.web;

import java.util.List;
import java.util.Optional;
import org.silkthread.server.access.Action;
import org.silkthread.server.access.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * A route and what one must be allowed to do to use it.
 *
 * @param methods the methods it is about
 * @param path the paths it is about
 * @param action what is done there
 * @param organisation the part of the path that names the organisation whose thing it is done to; empty where only the
 *     record that is read can tell
 */
record Route(List<HttpMethod> methods, PathPattern path, Action action, Optional<String> organisation) {

    private static final List<HttpMethod> READING = List.of(HttpMethod.GET, HttpMethod.HEAD);

    static Route read(String pattern, Action action) {
        return new Route(READING, parsed(pattern), action, Optional.empty());
    }

    static Route send(String pattern, Action action) {
        return new Route(List.of(HttpMethod.POST), parsed(pattern), action, Optional.empty());
    }

    /** The same, of an organisation whose code stands in the path under this name. */
    Route of(String variable) {
        return new Route(methods, path, action, Optional.of(variable));
    }

    private static PathPattern parsed(String pattern) {
        return PathPatternParser.defaultInstance.parse(pattern);
    }

    String pattern() {
        return path.getPatternString();
    }

    boolean fits(HttpMethod method, PathContainer address) {
        return methods.contains(method) && leadsSomewhere(address);
    }

    /** Whether the path is one of this route's; a blank is no organisation's code. */
    boolean leadsSomewhere(PathContainer address) {
        return path.matches(address)
                && organisation
                        .flatMap(variable -> variable(variable, address))
                        .filter(String::isBlank)
                        .isEmpty();
    }

    private Optional<String> variable(String name, PathContainer address) {
        return Optional.ofNullable(path.matchAndExtract(address))
                .map(match -> match.getUriVariables().get(name));
    }

    /** The organisation in a path that this route fits. */
    Optional<Resource> owner(PathContainer address) {
        return organisation.flatMap(variable -> variable(variable, address)).map(Resource::ofOrganisation);
    }
}
