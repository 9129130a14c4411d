package org.silkthread.measure.semantics;

/**
 * What an error that the data cause does: a message of severity Error, such as FHIRHelpers gives for a quantity in an
 * unknown system of units, an interval that would end before it begins, or an operator that its operands are not fit for,
 * such as a date moved beyond the year 9999.
 */
public enum ErrorMode {
    /** The definition fails, as the CQL specification says. */
    RAISE,
    /**
     * The value counts as absent and the error is noted with the evaluation. One unusable value then does not take a
     * patient out of a measure; published results of measures are made this way.
     */
    NOTE
}
