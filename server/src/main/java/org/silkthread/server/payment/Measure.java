package org.silkthread.server.payment;

import java.math.BigDecimal;

/**
 * What a payment needs to know of an indicator's definition.
 *
 * @param title what the indicator is called
 * @param unit the unit it is shown in: '%', or words such as 'per 100,000 bed days'
 * @param multiplier what the ratio of the counts is multiplied by to be in that unit
 * @param better the direction that is better
 */
public record Measure(String title, String unit, BigDecimal multiplier, Better better) {

    /** A value in this measure's unit as people read it, with two decimals at most. */
    String shown(Fraction value) {
        BigDecimal number = value.rounded(2).stripTrailingZeros();
        String figure = number.scale() < 0 ? number.toBigIntegerExact().toString() : number.toPlainString();
        return figure + (unit.equals("%") ? "%" : " " + unit);
    }
}
