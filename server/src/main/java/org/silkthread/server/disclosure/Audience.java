package org.silkthread.server.disclosure;

import java.util.Set;

/** For whom a figure is read. */
public sealed interface Audience {

    /** Anybody: the public, and everyone who is signed in but belongs to another organisation. */
    record Everyone() implements Audience {}

    /**
     * People signed in for organisations. They see the exact counts that these organisations sent in themselves; sums
     * over several organisations are shown to them as to everyone.
     *
     * @param organisations the codes of the organisations they act for
     */
    record Members(Set<String> organisations) implements Audience {

        public Members {
            organisations = Set.copyOf(organisations);
        }
    }

    /** The audience of everything that needs no sign-in. */
    static Audience everyone() {
        return new Everyone();
    }

    /**
     * Whether this audience may see the exact count that an organisation sent in.
     *
     * @param organisation the code of the organisation that sent it
     */
    default boolean seesExactCountOf(String organisation) {
        return switch (this) {
            case Everyone everyone -> false;
            case Members members -> members.organisations().contains(organisation);
        };
    }
}
