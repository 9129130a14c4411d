package org.silkthread.measure.report;

/**
 * Data reported beside a measure's populations.
 *
 * @param id as in the Measure; empty when it has none
 * @param text the text or first code of its code, else its id
 * @param expression the name of the definition
 * @param riskAdjustment whether it serves risk adjustment rather than description
 */
public record SupplementalData(String id, String text, String expression, boolean riskAdjustment) {}
