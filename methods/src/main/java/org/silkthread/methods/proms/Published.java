package org.silkthread.methods.proms;

import java.util.Optional;

/**
 * One row of figures in a published provider file.
 *
 * @param records modelled records; empty when starred
 * @param before mean score before; empty when starred
 * @param after mean score after; empty when starred
 * @param adjustedGain adjusted average health gain; empty when starred
 * @param deviation the provider's standard deviation; empty when starred
 */
public record Published(
        Optional<Integer> records,
        Optional<Double> before,
        Optional<Double> after,
        Optional<Double> adjustedGain,
        Optional<Double> deviation) {}
