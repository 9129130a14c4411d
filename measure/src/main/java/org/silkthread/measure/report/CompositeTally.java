package org.silkthread.measure.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A composite summed over patients: for each component what was met of what was eligible, and how many patients met how
 * many of how many opportunities. Eligible is a denominator without exclusions and exceptions, met a numerator without
 * exclusions.
 */
public final class CompositeTally {

    /** A patient's opportunities, and how many of them were met. */
    public record Opportunities(long met, long eligible) implements Comparable<Opportunities> {
        @Override
        public int compareTo(Opportunities other) {
            int order = Long.compare(eligible, other.eligible);
            return order != 0 ? order : Long.compare(met, other.met);
        }
    }

    private final GroupDefinition group;
    private final long[] met;
    private final long[] eligible;
    private final TreeMap<Opportunities, Long> patients = new TreeMap<>();

    CompositeTally(GroupDefinition group) {
        this.group = group;
        met = new long[group.components().size()];
        eligible = new long[group.components().size()];
    }

    void addComponent(int component, long metNow, long eligibleNow) {
        met[component] += metNow;
        eligible[component] += eligibleNow;
    }

    void addPatients(Opportunities opportunities, long number) {
        if (opportunities.eligible() > 0) {
            patients.merge(opportunities, number, Long::sum);
        }
    }

    void addAll(CompositeTally other) {
        for (int i = 0; i < met.length; i++) {
            addComponent(i, other.met[i], other.eligible[i]);
        }
        other.patients.forEach(this::addPatients);
    }

    public GroupDefinition group() {
        return group;
    }

    public long met(int component) {
        return met[component];
    }

    public long eligible(int component) {
        return eligible[component];
    }

    /** How many patients had which opportunities, those without any left out. */
    public SortedMap<Opportunities, Long> patients() {
        return Collections.unmodifiableSortedMap(patients);
    }

    /** Opportunities for the opportunity method, eligible patients for the others. */
    public long denominator() {
        return method() == CompositeScoring.OPPORTUNITY
                ? Arrays.stream(eligible).sum()
                : patientsWhoMet(false);
    }

    /** Met opportunities for the opportunity method, patients who met all theirs for the others. */
    public long numerator() {
        return method() == CompositeScoring.OPPORTUNITY ? Arrays.stream(met).sum() : patientsWhoMet(true);
    }

    public Score score() {
        return switch (method()) {
            case OPPORTUNITY, ALL_OR_NOTHING -> Scores.quotient(numerator(), denominator());
            case LINEAR -> linear();
            case WEIGHTED -> weighted();
        };
    }

    private CompositeScoring method() {
        return group.compositeScoring().orElse(CompositeScoring.ALL_OR_NOTHING);
    }

    private long patientsWhoMet(boolean all) {
        long sum = 0;
        for (var entry : patients.entrySet()) {
            if (!all || entry.getKey().met() == entry.getKey().eligible()) {
                sum += entry.getValue();
            }
        }
        return sum;
    }

    /** The shares of patients, summed over a common denominator so that the sum is exact, over the patients. */
    private Score linear() {
        BigInteger common = BigInteger.ONE;
        for (Opportunities key : patients.keySet()) {
            BigInteger number = BigInteger.valueOf(key.eligible());
            common = common.multiply(number).divide(common.gcd(number));
        }
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal whole = new BigDecimal(common);
        for (var entry : patients.entrySet()) {
            BigDecimal share = whole.divideToIntegralValue(
                            BigDecimal.valueOf(entry.getKey().eligible()))
                    .multiply(BigDecimal.valueOf(entry.getKey().met()));
            sum = sum.add(share.multiply(BigDecimal.valueOf(entry.getValue())));
        }
        return Scores.quotient(sum, whole.multiply(BigDecimal.valueOf(denominator())));
    }

    /** Components without eligible patients have no score, and their weight does not count. */
    private Score weighted() {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        for (int i = 0; i < met.length; i++) {
            if (eligible[i] > 0) {
                BigDecimal weight = group.components().get(i).weight();
                BigDecimal score =
                        BigDecimal.valueOf(met[i]).divide(BigDecimal.valueOf(eligible[i]), MathContext.DECIMAL128);
                sum = sum.add(weight.multiply(score));
                weights = weights.add(weight);
            }
        }
        if (weights.signum() == 0) {
            return new Score.Absent(Scores.ZERO);
        }
        // Shares such as 2/3 were cut at 34 digits; 16 of the result are right.
        return new Score.Value(sum.divide(weights, MathContext.DECIMAL64).stripTrailingZeros());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CompositeTally that
                && Arrays.equals(met, that.met)
                && Arrays.equals(eligible, that.eligible)
                && patients.equals(that.patients);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(met), Arrays.hashCode(eligible), patients);
    }

    @Override
    public String toString() {
        return group.id() + patients;
    }
}
