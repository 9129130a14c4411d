package org.silkthread.measure.value;

/** Two quantities, one for the other (CQL System.Ratio). */
public record Ratio(Quantity numerator, Quantity denominator) {}
