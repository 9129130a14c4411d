package org.silkthread.measure.engine;

/** A definition could not be evaluated for a patient: its message says which, where in the CQL, and why. */
public final class EvaluationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EvaluationException(String message) {
        super(message);
    }

    public EvaluationException(String message, Throwable cause) {
        super(message, cause);
    }
}
