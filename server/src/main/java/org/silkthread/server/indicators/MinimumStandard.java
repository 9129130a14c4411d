package org.silkthread.server.indicators;

/**
 * The level that care must reach.
 *
 * @param value in the units of the indicator's value: a share of 0 to 1 for proportions
 * @param words the standard in one sentence
 */
public record MinimumStandard(double value, String words) {}
