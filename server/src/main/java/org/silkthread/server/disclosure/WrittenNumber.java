package org.silkthread.server.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The one form in which a published value is written for programs: to 6 decimals, halves up, without zeros at the end.
 * Account, open data, cut and interface all write through here, so equal values are equal texts wherever they are read.
 * Six decimals are more than a reader needs and enough to hold a share of a million people apart from its neighbour.
 */
public final class WrittenNumber {

    private static final int DECIMALS = 6;

    private WrittenNumber() {}

    /**
     * The number as it is written.
     *
     * @throws NumberFormatException if it is infinite or not a number
     */
    public static BigDecimal of(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
        return new BigDecimal(rounded.stripTrailingZeros().toPlainString());
    }
}
