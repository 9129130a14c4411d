package org.silkthread.server.indicators;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.silkthread.server.disclosure.Undisclosed;

/**
 * The counts behind a figure, undisclosed. For calculations inside the service only.
 *
 * @param numerator 0 or more
 * @param denominator 0 or more; absent for counts and ratios
 * @param expected the expected number of a standardised ratio
 */
public record ExactCounts(long numerator, OptionalLong denominator, Optional<BigDecimal> expected)
        implements Undisclosed {}
