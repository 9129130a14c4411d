package org.silkthread.server.indicators.rollup;

import java.util.Optional;
import org.silkthread.server.disclosure.PublishedCount;
import org.silkthread.server.indicators.ExactCounts;

/**
 * The counts of a place over a period.
 *
 * @param exact the sums themselves
 * @param numerator what everyone may know of the numerator
 * @param denominator what everyone may know of the denominator, if there is one
 * @param periods how many reporting periods are in it
 * @param organisations how many organisations are in it
 * @param latest the cell that was recorded last
 */
public record Total(
        ExactCounts exact,
        PublishedCount numerator,
        Optional<PublishedCount> denominator,
        int periods,
        int organisations,
        Cell latest) {}
