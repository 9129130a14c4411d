package org.silkthread.measure.value;

/** A point on a calendar or a clock, known to a precision: components finer than it are unknown. */
public sealed interface Temporal permits Date, DateTime, Time {

    /** The finest component that is known. */
    Precision precision();

    /**
     * A component as a number: month and day count from 1.
     *
     * @throws IllegalArgumentException when the component is finer than the precision or not of this type
     */
    int component(Precision component);
}
