package org.silkthread.measure.plan;

/** ELM that cannot be made into a plan: a reference to what does not exist. */
public final class PlanException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PlanException(String message) {
        super(message);
    }
}
