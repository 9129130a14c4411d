package org.silkthread.server.directory;

import java.time.LocalDate;
import java.util.Optional;

/**
 * That an organisation stood directly below or above another for a time.
 *
 * @param other the other organisation, with its name as it is now
 * @param kind how the lower belongs to the upper
 * @param since the first day; empty when the source does not give it
 * @param until the last day; empty when it has no end
 */
public record PlaceInHierarchy(
        Organisation other, RelationshipKind kind, Optional<LocalDate> since, Optional<LocalDate> until) {}
