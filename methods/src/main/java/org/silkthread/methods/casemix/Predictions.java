package org.silkthread.methods.casemix;

import java.util.Arrays;
import java.util.List;

/**
 * Predicted risks beside what happened, from whatever model, and how good they were.
 *
 * <p>Sources: Hanley JA, McNeil BJ, Radiology 143 (1982) 29-36 (C statistic); Brier GW, Monthly Weather Review 78 (1950)
 * 1-3; Cox DR, Biometrika 45 (1958) 562-565 (calibration intercept and slope).
 */
public final class Predictions {

    private final double[] outcomes;
    private final double[] risks;

    private Predictions(double[] outcomes, double[] risks) {
        this.outcomes = outcomes;
        this.risks = risks;
    }

    /**
     * Puts outcomes and risks side by side.
     *
     * @param outcomes 0 or 1
     * @param risks as many, from 0 to 1
     * @return the pairs
     * @throws IllegalArgumentException when the lengths differ or a number is outside its range
     */
    public static Predictions of(double[] outcomes, double[] risks) {
        if (outcomes.length != risks.length) {
            throw new IllegalArgumentException(outcomes.length + " outcomes cannot have " + risks.length + " risks");
        }
        for (int i = 0; i < risks.length; i++) {
            if (outcomes[i] != 0 && outcomes[i] != 1) {
                throw new IllegalArgumentException("An outcome is 0 or 1, not " + outcomes[i]);
            }
            if (!(risks[i] >= 0 && risks[i] <= 1)) {
                throw new IllegalArgumentException("A risk is from 0 to 1, not " + risks[i]);
            }
        }
        return new Predictions(outcomes.clone(), risks.clone());
    }

    /**
     * How many pairs there are.
     *
     * @return 0 or more
     */
    public int size() {
        return risks.length;
    }

    /**
     * How many events happened.
     *
     * @return 0 or more
     */
    public double events() {
        return Arrays.stream(outcomes).sum();
    }

    /**
     * How many events were expected.
     *
     * @return the sum of the risks
     */
    public double expected() {
        return Arrays.stream(risks).sum();
    }

    /**
     * The C statistic: how often, of two patients of whom one had the event, that one had the higher risk; equal risks count
     * half. The same as the area under the receiver operating characteristic.
     *
     * @return from 0 to 1; 0.5, no discrimination, when every outcome is the same, because there are no pairs
     */
    public double cStatistic() {
        double events = events();
        double others = risks.length - events;
        if (events == 0 || others == 0) {
            return 0.5;
        }
        double[] withEvent = new double[(int) events];
        double[] without = new double[(int) others];
        int a = 0;
        int b = 0;
        for (int i = 0; i < risks.length; i++) {
            if (outcomes[i] == 1) {
                withEvent[a++] = risks[i];
            } else {
                without[b++] = risks[i];
            }
        }
        return wins(withEvent, without) / (events * others);
    }

    /** Pairs in which the first has the higher risk, and half of those in which both have the same. */
    private static double wins(double[] first, double[] second) {
        Arrays.sort(first);
        Arrays.sort(second);
        double wins = 0;
        int below = 0;
        int notAbove = 0;
        for (double risk : first) {
            while (below < second.length && second[below] < risk) {
                below++;
            }
            while (notAbove < second.length && second[notAbove] <= risk) {
                notAbove++;
            }
            wins += (below + notAbove) / 2.0;
        }
        return wins;
    }

    /**
     * The Brier score: the mean squared distance of risk from outcome.
     *
     * @return from 0, every outcome foretold, to 1; 0 when there are no pairs
     */
    public double brierScore() {
        double sum = 0;
        for (int i = 0; i < risks.length; i++) {
            sum += (outcomes[i] - risks[i]) * (outcomes[i] - risks[i]);
        }
        return risks.length == 0 ? 0 : sum / risks.length;
    }

    /**
     * Hosmer and Lemeshow's comparison of events observed and expected in groups of similar risk.
     *
     * @param groups how many, usually 10
     * @return groups and statistic
     */
    public HosmerLemeshow hosmerLemeshow(int groups) {
        return HosmerLemeshow.of(outcomes, risks, groups);
    }

    /**
     * Calibration: a logistic model of the outcome on ln(risk/(1 - risk)). A constant of 0 and a slope of 1 are perfect; a
     * slope below 1 says that high risks were too high and low ones too low. Patients with a risk of exactly 0 or 1 have no
     * finite logarithm and are left out.
     *
     * @return the model with the one column {@code log odds}, or why there is none
     */
    public Fit<LogisticModel> calibration() {
        CaseMixTable.Builder table = CaseMixTable.of(List.of("log odds"));
        for (int i = 0; i < risks.length; i++) {
            if (risks[i] > 0 && risks[i] < 1) {
                table.add(outcomes[i], Math.log(risks[i]) - Math.log1p(-risks[i]));
            }
        }
        return LogisticModel.fit(table.build());
    }
}
