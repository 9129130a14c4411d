package org.silkthread.measure.compile;

/** A closure that is the same for every patient when its operands are, and may then be evaluated once. */
interface Folding {

    /** Not to be read: a constant expression reads neither locals nor a patient. */
    @SuppressWarnings("NullAway")
    Frame NO_FRAME = new Frame(null, 0);

    boolean foldable();

    static boolean constant(Closure... operands) {
        for (Closure operand : operands) {
            if (!operand.constant()) {
                return false;
            }
        }
        return true;
    }
}
