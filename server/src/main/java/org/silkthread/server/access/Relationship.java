package org.silkthread.server.access;

import java.time.Instant;
import java.util.Set;

/** How somebody stands to the person whom a record is about. The room that keeps records works it out. */
public sealed interface Relationship {

    /** The record is their own. */
    record Oneself() implements Relationship {}

    /**
     * They are in a team that cares for the person now.
     *
     * @param team what the team is called
     * @param organisation the code of the team's organisation
     * @param labels the labels that this team may read
     */
    record CareTeam(String team, String organisation, Set<String> labels) implements Relationship {

        public CareTeam {
            labels = Set.copyOf(labels);
        }
    }

    /**
     * The person lets them help.
     *
     * @param scopes the categories they may see; {@link #EVERYTHING} for all of them
     * @param labels the labels they may see, which the person granted one by one
     * @param until when it ends by itself
     */
    record Carer(Set<String> scopes, Set<String> labels, Instant until) implements Relationship {

        /** The scope that stands for every category. */
        public static final String EVERYTHING = "whole-record";

        public Carer {
            scopes = Set.copyOf(scopes);
            labels = Set.copyOf(labels);
        }
    }

    /**
     * They opened the record in an emergency.
     *
     * @param reason what they wrote
     * @param organisation the code of the organisation they opened it for
     * @param until when it closes
     */
    record BrokenGlass(String reason, String organisation, Instant until) implements Relationship {}
}
