package org.silkthread.server.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is known about an organisation over time.
 *
 * @param names its names, latest first
 * @param places what it stood directly below, latest first
 * @param predecessors whom it took over from
 * @param successors who took over from it
 */
public record OrganisationHistory(
        List<Name> names, List<PlaceInHierarchy> places, List<Succession> predecessors, List<Succession> successors) {

    /**
     * A name and when it began to hold.
     *
     * @param name the name
     * @param since the first day; empty when the source does not give it
     * @param source the file or content that says so
     */
    public record Name(String name, Optional<LocalDate> since, String source) {}

    /** Keeps its own copies of the lists. */
    public OrganisationHistory {
        names = List.copyOf(names);
        places = List.copyOf(places);
        predecessors = List.copyOf(predecessors);
        successors = List.copyOf(successors);
    }
}
