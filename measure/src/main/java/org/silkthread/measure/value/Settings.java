package org.silkthread.measure.value;

/**
 * What an evaluation fixes for all its expressions.
 *
 * @param now the moment of the evaluation, known to the millisecond, with an offset
 */
public record Settings(DateTime now) {

    public Settings {
        if (!now.hasOffset() || now.precision() != Precision.MILLISECOND) {
            throw new IllegalArgumentException("the moment of an evaluation needs milliseconds and an offset: " + now);
        }
    }

    /** Minutes ahead of UTC of date-times that give no offset, and of comparisons by component. */
    public int offset() {
        return now.offset();
    }
}
