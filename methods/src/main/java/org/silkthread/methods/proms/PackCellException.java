package org.silkthread.methods.proms;

/** A cell of a published file that is neither what was expected nor a known way of saying that there is nothing. */
public final class PackCellException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final int column;

    PackCellException(int column, String expected) {
        super(expected);
        this.column = column;
    }

    /**
     * Where.
     *
     * @return the index of the column, from 0
     */
    public int column() {
        return column;
    }

    /**
     * What was expected.
     *
     * @return for example {@code a number}
     */
    public String expected() {
        return String.valueOf(getMessage());
    }
}
