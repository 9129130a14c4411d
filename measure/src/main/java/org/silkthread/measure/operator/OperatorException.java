package org.silkthread.measure.operator;

/** An operator cannot be applied to its operands: the specification calls this a run-time error. */
public final class OperatorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OperatorException(String message) {
        super(message);
    }

    static OperatorException undefined(String operator, Object... operands) {
        StringBuilder text = new StringBuilder(operator).append(" is not defined for ");
        String separator = "";
        for (Object operand : operands) {
            text.append(separator).append(operand.getClass().getSimpleName());
            separator = " and ";
        }
        return new OperatorException(text.toString());
    }
}
