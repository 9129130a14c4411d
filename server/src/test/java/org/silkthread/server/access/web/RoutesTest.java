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
    void every_route_that_a_controller_answers_is_on_the_list_by_name() {
        List<String> listed = listed(Routes.ALL);
        List<String> undeclared = new ArrayList<>();
        mapping.getHandlerMethods().keySet().forEach(route -> {
            for (String pattern : route.getPatternValues()) {
                for (HttpMethod method : methods(route.getMethodsCondition().getMethods())) {
                    for (String path : spelledOut(pattern)) {
                        String name = method + " " + nameless(path);
                        if (!pattern.equals("/error") && !listed.contains(name)) {
                            undeclared.add(name);
                        }
                    }
                }
            }
        });
        assertThat(undeclared).as("Routes without a policy: add them to Routes").isEmpty();
    }

    @Test
    void no_route_is_listed_twice() {
        assertThat(listed(Routes.ALL)).doesNotHaveDuplicates();
    }

    private static List<String> listed(List<Route> routes) {
        return routes.stream()
                .map(route ->
                        (route.methods().contains(HttpMethod.POST) ? "POST " : "GET ") + nameless(route.pattern()))
                .toList();
    }

    private static String nameless(String pattern) {
        return pattern.replaceAll("\\{(?:[^{}]|\\{[^{}]*})*}", "{}");
    }

    @Test
    void nobody_but_the_signed_in_can_change_anything_except_sign_in_and_out_and_say_how_it_was() {
        assertThat(Routes.ALL)
                .filteredOn(route -> route.action().isPublic())
                .filteredOn(route -> route.methods().contains(HttpMethod.POST))
                .extracting(Route::pattern)
                .allMatch(pattern -> pattern.startsWith("/sign-in")
                        || pattern.equals("/recover")
                        || pattern.equals("/sign-out")
                        || pattern.equals("/tap/{secret}")
                        || pattern.equals("/tell/{secret}"));
    }

    /** A pattern for each word that a variable such as {@code {side:commissioner|provider}} may stand for. */
    private static List<String> spelledOut(String pattern) {
        Matcher choice = CHOICE.matcher(pattern);
        if (choice.find()) {
            return Arrays.stream(choice.group(1).split("\\|"))
                    .flatMap(word -> spelledOut(choice.replaceFirst(word)).stream())
                    .toList();
        }
        return List.of(pattern);
    }

    private static List<HttpMethod> methods(Set<RequestMethod> methods) {
        return methods.isEmpty()
                ? List.of(HttpMethod.GET, HttpMethod.POST)
                : methods.stream().map(RequestMethod::asHttpMethod).toList();
    }
}
