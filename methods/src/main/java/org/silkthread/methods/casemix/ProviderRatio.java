package org.silkthread.methods.casemix;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.silkthread.methods.interval.ConfidenceLevel;
import org.silkthread.methods.interval.CrudeRate;
import org.silkthread.methods.interval.Interval;

/**
 * Events observed at a provider over those that a case-mix model expects of its patients, as the Summary Hospital-level
 * Mortality Indicator and the Scottish HSMR publish it. Ratios of two providers are not compared with each other: each
 * compares a provider's patients with the same patients at the average, and no two providers have the same patients.
 *
 * @param provider who
 * @param patients how many
 * @param observed events
 * @param expected the sum of the patients' risks, above 0
 */
public record ProviderRatio(String provider, int patients, double observed, double expected) {

    /** Checks that something is expected. */
    public ProviderRatio {
        if (!(observed >= 0 && expected > 0 && expected < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "A ratio needs events of 0 or more and more than 0 expected, not " + observed + " and " + expected);
        }
    }

    /**
     * Adds up each provider's patients.
     *
     * @param providers of each patient
     * @param outcomes 0 or 1, as many
     * @param risks from 0 to 1, as many
     * @return in the order in which providers first appear; those of whose patients nothing is expected are left out
     */
    public static List<ProviderRatio> of(List<String> providers, double[] outcomes, double[] risks) {
        if (providers.size() != outcomes.length) {
            throw new IllegalArgumentException(
                    outcomes.length + " outcomes cannot have " + providers.size() + " providers");
        }
        Predictions.of(outcomes, risks);
        Map<String, double[]> sums = new LinkedHashMap<>();
        for (int i = 0; i < outcomes.length; i++) {
            double[] sum = sums.computeIfAbsent(providers.get(i), _ -> new double[3]);
            sum[0]++;
            sum[1] += outcomes[i];
            sum[2] += risks[i];
        }
        return sums.entrySet().stream()
                .filter(entry -> entry.getValue()[2] > 0)
                .map(entry -> {
                    double[] sum = entry.getValue();
                    return new ProviderRatio(entry.getKey(), (int) sum[0], sum[1], sum[2]);
                })
                .toList();
    }

    /**
     * Scales what is expected so that all providers together have a ratio of 1, as the Scottish HSMR does when a model of
     * past years is applied to this one.
     *
     * @param ratios of all providers
     * @return the same providers; unchanged when nothing happened anywhere
     */
    public static List<ProviderRatio> scaledToOne(List<ProviderRatio> ratios) {
        double observed = ratios.stream().mapToDouble(ProviderRatio::observed).sum();
        double expected = ratios.stream().mapToDouble(ProviderRatio::expected).sum();
        if (observed == 0) {
            return List.copyOf(ratios);
        }
        double factor = observed / expected;
        return ratios.stream()
                .map(r -> new ProviderRatio(r.provider(), r.patients(), r.observed(), r.expected() * factor))
                .toList();
    }

    /**
     * Observed over expected.
     *
     * @return 1 where as many happened as expected
     */
    public double ratio() {
        return observed / expected;
    }

    /**
     * Limits of the ratio for chance alone, taking the expectation as known: exact Poisson below 10 events, Byar's from 10.
     * Who is an outlier is a matter for a funnel with over-dispersion.
     *
     * @param level for example 95 %
     * @return limits of {@link #ratio()}
     */
    public Interval interval(ConfidenceLevel level) {
        return CrudeRate.countInterval(observed, level).times(1 / expected);
    }
}
