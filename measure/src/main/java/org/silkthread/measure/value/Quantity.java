package org.silkthread.measure.value;

import java.math.BigDecimal;

/** A number with a UCUM unit or a calendar duration (CQL System.Quantity); {@code "1"} is the unit of plain numbers. */
public record Quantity(BigDecimal value, String unit) {}
