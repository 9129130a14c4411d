package org.silkthread.measure.value;

/**
 * A value of which only the range is known (CQL section 5.4, uncertainty): the number of days between imprecise dates, an
 * unknown bound of an interval. Both ends belong to the range.
 *
 * @param low the least value possible
 * @param high the greatest value possible, of the same type
 */
public record Uncertainty(Object low, Object high) {}
