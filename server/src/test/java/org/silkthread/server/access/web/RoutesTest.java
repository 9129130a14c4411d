package org.silkthread.server.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.silkthread.server.ServerTest;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@ServerTest
class RoutesTest {

    private static final Pattern CHOICE = Pattern.compile("\\{\\w+:([a-z|]+)}");

    private final RequestMappingHandlerMapping mapping;

    RoutesTest(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    @Test
    void every_route_that_a_controller_answers_has_a_rule() {
        List<String> undeclared = new ArrayList<>();
        mapping.getHandlerMethods().keySet().forEach(route -> {
            for (String pattern : route.getPatternValues()) {
                for (HttpMethod method : methods(route.getMethodsCondition().getMethods())) {
                    for (String path : examples(pattern)) {
                        if (!pattern.equals("/error") && Routes.of(method, path).isEmpty()) {
                            undeclared.add(method + " " + path);
                        }
                    }
                }
            }
        });
        assertThat(undeclared).isEmpty();
    }

    @Test
    void nobody_but_the_signed_in_can_change_anything_except_sign_in_and_out() {
        assertThat(Routes.ALL)
                .filteredOn(route -> route.action().isPublic())
                .filteredOn(route -> route.methods().contains(HttpMethod.POST))
                .extracting(Route::pattern)
                .allMatch(pattern -> pattern.startsWith("/sign-in") || pattern.equals("/sign-out"));
    }

    /** A path for each word that a variable such as {@code {side:commissioner|provider}} may stand for. */
    private static List<String> examples(String pattern) {
        Matcher choice = CHOICE.matcher(pattern);
        if (choice.find()) {
            return Arrays.stream(choice.group(1).split("\\|"))
                    .flatMap(word -> examples(choice.replaceFirst(word)).stream())
                    .toList();
        }
        return List.of(pattern.replaceAll("\\{[^/]*}", "x").replace("/**", "/x"));
    }

    private static List<HttpMethod> methods(Set<RequestMethod> methods) {
        return methods.isEmpty()
                ? List.of(HttpMethod.GET, HttpMethod.POST)
                : methods.stream().map(RequestMethod::asHttpMethod).toList();
    }
}
