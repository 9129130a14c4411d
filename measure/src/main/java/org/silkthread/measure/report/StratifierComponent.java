package org.silkthread.measure.report;

/**
 * One of the values that make a stratum.
 *
 * @param id as in the Measure; empty when it has none
 * @param text the text or first code of its code; empty when it has none
 * @param expression the name of the definition, or of a function of one member
 */
public record StratifierComponent(String id, String text, String expression) {}
