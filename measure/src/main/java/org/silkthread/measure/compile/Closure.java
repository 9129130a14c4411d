package org.silkthread.measure.compile;

import org.jspecify.annotations.Nullable;

/** An expression, compiled. One object serves all patients and threads; what changes stands in the frame. */
abstract class Closure {

    abstract @Nullable Object value(Frame frame);

    /** Whether the value is true, for conditions: unknown counts as not true. */
    boolean holds(Frame frame) {
        return value(frame) == Boolean.TRUE;
    }

    /** Whether the value is a list with an element that is not null. */
    boolean exists(Frame frame) {
        return Rows.anyPresent(value(frame));
    }

    /** Whether it is the same for every patient. */
    boolean constant() {
        return false;
    }

    /** The same value for every patient. */
    static final class Constant extends Closure {

        private final @Nullable Object value;

        Constant(@Nullable Object value) {
            this.value = value;
        }

        @Override
        @Nullable
        Object value(Frame frame) {
            return value;
        }

        @Override
        boolean constant() {
            return true;
        }
    }
}
