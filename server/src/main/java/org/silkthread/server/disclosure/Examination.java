package org.silkthread.server.disclosure;

import java.time.Duration;
import java.time.Instant;

/**
 * An attack on a publication.
 *
 * @param at when it was made
 * @param took how long it took
 */
public record Examination(Verdict verdict, Instant at, Duration took) {}
