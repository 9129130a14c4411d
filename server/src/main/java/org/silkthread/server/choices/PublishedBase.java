package org.silkthread.server.choices;

import java.time.Instant;
import java.util.UUID;

/**
 * The frozen figures that a comparison of a provider reads for a year, because its Quality Account published them.
 *
 * @param cut the cut in the indicators room
 * @param cutHash its hash, in hexadecimal
 * @param since the instant from which account and comparison were public
 */
public record PublishedBase(UUID cut, String cutHash, Instant since) {}
