package org.silkthread.server.improvement;

import java.time.Instant;

/**
 * Who wrote a step down, and when. What was corrected stays in the log.
 *
 * @param cycle the number of the cycle
 */
public record LogEntry(int cycle, Step step, Instant at, String name) {}
