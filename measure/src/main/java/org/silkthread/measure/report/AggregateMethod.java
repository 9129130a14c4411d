package org.silkthread.measure.report;

import java.util.Locale;
import java.util.Optional;

/**
 * How observations become one value: FHIR code system {@code aggregate-method}, and the other aggregate functions of CQL
 * that measures name. {@link #UNKNOWN} stands for a name that none of them has: observations are then counted and summed,
 * and no value is made of them.
 */
public enum AggregateMethod {
    COUNT("count"),
    SUM("sum"),
    AVERAGE("average"),
    MEDIAN("median"),
    MINIMUM("minimum"),
    MAXIMUM("maximum"),
    /** The variance of a population: the sum of squared deviations over n. */
    POPULATION_VARIANCE("population-variance"),
    /** The variance of a sample: over n - 1. */
    VARIANCE("variance"),
    POPULATION_STANDARD_DEVIATION("population-standard-deviation"),
    STANDARD_DEVIATION("standard-deviation"),
    UNKNOWN("unknown");

    private final String code;

    AggregateMethod(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The method of a name as measures write it: any case, with spaces, hyphens or none, short forms included. */
    public static Optional<AggregateMethod> of(String name) {
        StringBuilder letters = new StringBuilder();
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            if (Character.isLetter(c)) {
                letters.append(c);
            }
        }
        return switch (letters.toString()) {
            case "count" -> Optional.of(COUNT);
            case "sum", "total" -> Optional.of(SUM);
            case "average", "avg", "mean" -> Optional.of(AVERAGE);
            case "median" -> Optional.of(MEDIAN);
            case "minimum", "min" -> Optional.of(MINIMUM);
            case "maximum", "max" -> Optional.of(MAXIMUM);
            case "populationvariance" -> Optional.of(POPULATION_VARIANCE);
            case "variance" -> Optional.of(VARIANCE);
            case "populationstandarddeviation", "populationstddev" -> Optional.of(POPULATION_STANDARD_DEVIATION);
            case "standarddeviation", "stddev" -> Optional.of(STANDARD_DEVIATION);
            default -> Optional.empty();
        };
    }
}
