package org.silkthread.cli.mllp;

import java.time.Duration;

/**
 * A message that was answered.
 *
 * @param took from its first writing to the answer, with all that lay between: a lost connection, the wait for another
 * @param writings how often it was written; more than 1 after a lost connection
 */
public record Delivery(Sending sending, Answer answer, Duration took, int writings) {}
