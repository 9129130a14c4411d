package org.silkthread.server.payment;

import java.util.UUID;

/**
 * The latest statement that both sides of a contract have agreed, as everyone may see it.
 *
 * @param cut the signed cut that it was priced from
 */
public record Settled(UUID cut, PublicPricing pricing) {

    /** Whether any amount has to be shown as a range. */
    public boolean hasRanges() {
        return pricing.lines().stream().anyMatch(line -> !line.amount().isKnown());
    }
}
