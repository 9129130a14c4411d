package org.silkthread.server.identity.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.silkthread.server.identity.Role;

/** Who may use a route. */
sealed interface Access {

    /** The public. */
    record Everyone() implements Access {}

    /** Anybody who is signed in. */
    record AnyAccount() implements Access {}

    /** Those who hold one of these roles anywhere; the handler checks where. */
    record HoldersOf(Set<Role> roles) implements Access {}

    static Access holdersOf(Role... roles) {
        return new HoldersOf(Set.copyOf(List.of(roles)));
    }

    /** Who that is, in words. */
    default String inWords() {
        return switch (this) {
            case Everyone everyone -> "everyone";
            case AnyAccount account -> "anybody signed in";
            case HoldersOf holders ->
                holders.roles().stream().map(Role::label).sorted().collect(Collectors.joining(", "));
        };
    }
}
