package org.silkthread.server.directory;

import java.time.LocalDate;
import java.util.Optional;

/**
 * That an organisation runs a service line for a time.
 *
 * @param line the service line
 * @param since the first day; empty when the source does not give it
 * @param until the last day; empty when it has no end
 */
public record ServiceOnDates(ServiceLine line, Optional<LocalDate> since, Optional<LocalDate> until) {}
