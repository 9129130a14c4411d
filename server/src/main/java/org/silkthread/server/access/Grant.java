package org.silkthread.server.access;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.silkthread.server.identity.Role;

/** One ground on which an action is allowed. An action has several; any one of them is enough. */
public sealed interface Grant {

    /** How far a role reaches from the organisation where it is held. */
    enum Reach {
        /** To what belongs to that organisation and to nothing else. */
        OWN_ORGANISATION("of that organisation"),
        /** To what belongs to that organisation, and to everything when it is held for the country. */
        OWN_ORGANISATION_OR_COUNTRY("of that organisation, or of any when held for the country"),
        /** To everything: a body that works for the whole country. */
        ANY_ORGANISATION("of any organisation");

        private final String words;

        Reach(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** The kinds of relationship that an action with a person's record may rest on. */
    enum Tie {
        ONESELF("the person"),
        CARE_TEAM("a member of a team that cares for the person"),
        CARER("a carer whom the person lets help"),
        BROKEN_GLASS("a clinician who opened the record in an emergency and said why");

        private final String words;

        Tie(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Everybody, signed in or not. */
    record Everyone() implements Grant {}

    /** Everybody who has signed in. */
    record AnyAccount() implements Grant {}

    /** Those who hold one of the roles, as far as it reaches. */
    record Holders(Set<Role> roles, Reach reach) implements Grant {}

    /** Those who stand to the person in one of these ways. */
    record Related(Set<Tie> ties) implements Grant {}

    static Grant everyone() {
        return new Everyone();
    }

    static Grant anyAccount() {
        return new AnyAccount();
    }

    static Grant holders(Reach reach, Role... roles) {
        return new Holders(Set.copyOf(List.of(roles)), reach);
    }

    static Grant related(Tie... ties) {
        return new Related(Set.copyOf(List.of(ties)));
    }

    /** Who that is, in words. */
    default String inWords() {
        return switch (this) {
            case Everyone everyone -> "everyone";
            case AnyAccount account -> "anybody signed in, for themselves";
            case Holders(Set<Role> roles, Reach reach) ->
                roles.stream().map(Role::label).sorted().collect(Collectors.joining(" or ")) + " " + reach.words();
            case Related(Set<Tie> ties) ->
                Arrays.stream(Tie.values())
                        .filter(ties::contains)
                        .map(Tie::words)
                        .collect(Collectors.joining("; "));
        };
    }
}
