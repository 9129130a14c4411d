package org.silkthread.server.regulation;

import java.time.Instant;

/**
 * A figure computed again from the rows that were submitted, exactly, for the regulator alone.
 *
 * @param agrees whether the result is what the service holds as the figure
 * @param words what was found, without any count
 * @param figureRecordedAt when the figure that was examined had been recorded; a later one is another figure
 */
public record Recomputation(boolean agrees, String words, Instant figureRecordedAt) {}
