package org.silkthread.server.indicators;

import java.util.Optional;
import org.silkthread.server.disclosure.CountRange;

/**
 * What everyone can know of the counts behind a published figure. Computing with both ends gives bounds that tell no
 * more than the figure itself does.
 *
 * @param denominator absent for counts and ratios
 */
public record PublicRanges(CountRange numerator, Optional<CountRange> denominator) {}
