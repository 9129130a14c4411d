package org.silkthread.methods.casemix;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.silkthread.methods.numerics.SampleQuantile;

/**
 * Events observed and expected in groups of similar risk, cut at the quantiles of risk (R's type 7, groups closed above), and
 * the sum of (O - E)²/E over events and non-events. The groups show where a model is wrong, and are worth more than the
 * probability, which in large data is small for every model and in small data large.
 *
 * <p>Source: Hosmer DW, Lemeshow S, Communications in Statistics 9 (1980) 1043-1069. Risks that are equal are never cut
 * apart, so that there may be fewer groups than asked for.
 *
 * @param groups from the lowest risk to the highest
 * @param statistic 0 or more
 */
public record HosmerLemeshow(List<Group> groups, double statistic) {

    /** Copies the groups. */
    public HosmerLemeshow {
        groups = List.copyOf(groups);
    }

    /**
     * Patients of similar risk.
     *
     * @param patients how many
     * @param observed events among them
     * @param expected the sum of their risks
     */
    public record Group(int patients, double observed, double expected) {

        double distance() {
            double gap = (observed - expected) * (observed - expected);
            double survivors = patients - expected;
            return gap == 0 ? 0 : gap / expected + gap / survivors;
        }
    }

    static HosmerLemeshow of(double[] outcomes, double[] risks, int asked) {
        if (asked < 2) {
            throw new IllegalArgumentException("Risks are compared in at least two groups, not " + asked);
        }
        double[] cuts = new double[asked];
        for (int g = 1; g <= asked && risks.length > 0; g++) {
            cuts[g - 1] = SampleQuantile.of(risks, (double) g / asked);
        }
        int[] patients = new int[asked];
        double[] observed = new double[asked];
        double[] expected = new double[asked];
        for (int i = 0; i < risks.length; i++) {
            int group = 0;
            while (group < asked - 1 && risks[i] > cuts[group]) {
                group++;
            }
            patients[group]++;
            observed[group] += outcomes[i];
            expected[group] += risks[i];
        }
        List<Group> groups = new ArrayList<>();
        for (int g = 0; g < asked; g++) {
            if (patients[g] > 0) {
                groups.add(new Group(patients[g], observed[g], expected[g]));
            }
        }
        return new HosmerLemeshow(
                groups, groups.stream().mapToDouble(Group::distance).sum());
    }

    /**
     * The probability of a statistic at least as large if the risks were right, from the chi-square distribution with two
     * degrees of freedom less than there are groups. For risks that were not fitted to these patients it is too small.
     *
     * @return nothing when there are fewer than three groups, or when the risks of a group are all 0 or all 1 and that was
     *     wrong, which makes the statistic infinite
     */
    public OptionalDouble p() {
        if (groups.size() < 3 || !Double.isFinite(statistic)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(RegularizedGamma.Q.value((groups.size() - 2) / 2.0, statistic / 2));
    }
}
