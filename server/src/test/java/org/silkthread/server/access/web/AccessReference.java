package org.silkthread.server.access.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.silkthread.server.access.Action;
import org.silkthread.server.access.Grant;
import org.silkthread.server.identity.Role;
import org.springframework.http.HttpMethod;

/** Writes docs/reference/access.md from the policy and the list of routes. */
final class AccessReference {

    private AccessReference() {}

    static String page(List<Route> routes) {
        StringBuilder page = new StringBuilder("""
                # Who may do what

                This page is made from the policy (`access/Action`) and from the list of routes (`access/web/Routes`); a test
                compares it with them and tries every route as every role at its own and at another organisation. What is not
                here is refused to everybody.

                `own`: for what belongs to the organisation where the post is held. `own or ENG`: the same, and for every
                organisation when the post is held for the country. `any`: for every organisation. An empty cell: never.

                ## Actions by post

                """);
        actionsByPost(page);
        page.append("\n## Actions by relationship\n\n");
        page.append("| To | one must be |\n|---|---|\n");
        Arrays.stream(Action.values())
                .filter(action -> action.grants().stream().noneMatch(Grant.Holders.class::isInstance))
                .forEach(action -> page.append("| ")
                        .append(action.words())
                        .append(" | ")
                        .append(action.whoMay())
                        .append(" |\n"));
        page.append("\n## Routes\n\n");
        page.append(
                "“In the path”: the organisation is named there, and the policy is asked about it before any code of the\n");
        page.append(
                "page runs. “By the record”: only the record tells whose it is; the page asks the policy when it has read it,\n");
        page.append("and the database shows it to nobody else in the first place.\n\n");
        page.append("| Method | Path | To | Whose it is |\n|---|---|---|---|\n");
        routes.forEach(route -> page.append("| ")
                .append(route.methods().contains(HttpMethod.POST) ? "POST" : "GET")
                .append(" | `")
                .append(route.pattern())
                .append("` | ")
                .append(route.action().words())
                .append(" | ")
                .append(whose(route))
                .append(" |\n"));
        return page.toString();
    }

    private static void actionsByPost(StringBuilder page) {
        page.append("| To |");
        Arrays.stream(Role.values())
                .forEach(role -> page.append(' ').append(role.label()).append(" |"));
        page.append("\n|---|").append("---|".repeat(Role.values().length)).append('\n');
        Arrays.stream(Action.values())
                .filter(action -> action.grants().stream().anyMatch(Grant.Holders.class::isInstance))
                .forEach(action -> page.append("| ")
                        .append(action.words())
                        .append(" | ")
                        .append(Arrays.stream(Role.values())
                                .map(role -> reach(action, role))
                                .collect(Collectors.joining(" | ")))
                        .append(" |\n"));
    }

    private static String reach(Action action, Role role) {
        return action.grants().stream()
                .flatMap(grant ->
                        grant instanceof Grant.Holders(Set<Role> roles, Grant.Reach reach) && roles.contains(role)
                                ? java.util.stream.Stream.of(
                                        switch (reach) {
                                            case OWN_ORGANISATION -> "own";
                                            case OWN_ORGANISATION_OR_COUNTRY -> "own or ENG";
                                            case ANY_ORGANISATION -> "any";
                                        })
                                : java.util.stream.Stream.empty())
                .collect(Collectors.joining(", "));
    }

    private static String whose(Route route) {
        if (route.action().isPublic()) {
            return "everybody's";
        }
        return route.organisation().isPresent() ? "in the path" : "by the record";
    }
}
