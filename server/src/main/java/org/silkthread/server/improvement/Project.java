package org.silkthread.server.improvement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A piece of improvement work with what was done so far.
 *
 * @param organisation the code of the organisation
 * @param cycles in their order, the first being number 1
 * @param shared whether everybody may read it
 */
public record Project(
        UUID id, String organisation, Instant openedAt, Description description, List<Cycle> cycles, boolean shared) {

    public Project {
        cycles = List.copyOf(cycles);
    }

    /** A cycle by its number, from 1. */
    public Optional<Cycle> cycle(int number) {
        return number >= 1 && number <= cycles.size() ? Optional.of(cycles.get(number - 1)) : Optional.empty();
    }
}
