package org.silkthread.methods.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A limit found by simulation: how high must it be for a sum to run, on average, so many patients without a signal although
 * nothing is wrong? Patients are drawn from the risks that were seen, with outcomes as the risks say. The same seed gives the
 * same limit, on every machine.
 *
 * <p>Every run is simulated once, up to a height; the patient at which each smaller height was passed is remembered, so that
 * the average run length of every limit comes from the same runs and rises with the limit.
 *
 * @param limit for {@link RiskAdjustedCusum}
 * @param runLength average of patients until a signal at this limit, at least what was asked for
 * @param standardError of that average, from the simulation
 */
public record CusumLimit(double limit, double runLength, double standardError) {

    private static final double FIRST_HEIGHT = 1;
    private static final double HIGHER = 0.5;

    /**
     * What to simulate.
     *
     * @param risks the case mix; at least one risk that is neither 0 nor 1
     * @param shift to be noticed
     * @param runLength patients until a false signal, on average; 1 or more and at most ten million
     * @param runs how many to simulate; 100 or more. The limit is right to about 1/√runs of the run length
     * @param seed of the random numbers
     */
    public record Simulation(List<Double> risks, OddsShift shift, double runLength, int runs, long seed) {

        private static final double LONGEST = 1e7;
        private static final int FEWEST_RUNS = 100;

        /** Checks what can be simulated. */
        public Simulation {
            risks = List.copyOf(risks);
            if (risks.stream().noneMatch(risk -> risk > 0 && risk < 1)
                    || risks.stream().anyMatch(risk -> !(risk >= 0 && risk <= 1))) {
                throw new IllegalArgumentException(
                        "A simulation draws from risks from 0 to 1, of which at least one is neither");
            }
            if (!(runLength >= 1 && runLength <= LONGEST) || runs < FEWEST_RUNS) {
                throw new IllegalArgumentException(
                        "A simulation has 100 runs or more, and a run length of 1 to ten million");
            }
        }
    }

    /**
     * Finds the limit.
     *
     * @param simulation what to simulate
     * @return the lowest limit with at least the run length that was asked for
     */
    public static CusumLimit of(Simulation simulation) {
        Weights weights = Weights.of(simulation);
        List<Run> runs = new ArrayList<>();
        for (int r = 0; r < simulation.runs(); r++) {
            runs.add(new Run(new SplittableRandom(simulation.seed() * 1_000_003L + r)));
        }
        double height = FIRST_HEIGHT;
        while (true) {
            double top = height;
            runs.parallelStream().forEach(run -> run.climb(top, weights));
            if (average(runs, height) >= simulation.runLength()) {
                return lowest(runs, height, simulation.runLength());
            }
            height += HIGHER;
        }
    }

    /** Bisects between 0 and a height that is high enough. */
    private static CusumLimit lowest(List<Run> runs, double height, double runLength) {
        double low = 0;
        double high = height;
        while (high - low > 1e-9) {
            double middle = (low + high) / 2;
            if (average(runs, middle) >= runLength) {
                high = middle;
            } else {
                low = middle;
            }
        }
        double average = average(runs, high);
        double squares = 0;
        for (Run run : runs) {
            double distance = run.patientsTo(high) - average;
            squares += distance * distance;
        }
        return new CusumLimit(high, average, Math.sqrt(squares / (runs.size() - 1) / runs.size()));
    }

    private static double average(List<Run> runs, double limit) {
        double sum = 0;
        for (Run run : runs) {
            sum += run.patientsTo(limit);
        }
        return sum / runs.size();
    }

    /** The weights of every risk, with and without the event. */
    private record Weights(double[] risks, double[] withEvent, double[] without) {

        static Weights of(Simulation simulation) {
            double[] risks =
                    simulation.risks().stream().mapToDouble(Double::doubleValue).toArray();
            double[] withEvent = new double[risks.length];
            double[] without = new double[risks.length];
            for (int i = 0; i < risks.length; i++) {
                withEvent[i] = simulation.shift().weight(risks[i], true);
                without[i] = simulation.shift().weight(risks[i], false);
            }
            return new Weights(risks, withEvent, without);
        }
    }

    /** One sum on its way up, with the patients at which it was higher than ever before. */
    private static final class Run {

        private final SplittableRandom random;
        private final List<Double> records = new ArrayList<>();
        private final List<Long> patients = new ArrayList<>();
        private double value;
        private double highest;
        private long patient;

        Run(SplittableRandom random) {
            this.random = random;
        }

        void climb(double top, Weights weights) {
            while (highest <= top) {
                int drawn = random.nextInt(weights.risks().length);
                boolean event = random.nextDouble() < weights.risks()[drawn];
                value = Math.max(0, value + (event ? weights.withEvent()[drawn] : weights.without()[drawn]));
                patient++;
                if (value > highest) {
                    highest = value;
                    records.add(highest);
                    patients.add(patient);
                }
            }
        }

        /** The first patient at whom the sum was above a limit that it has passed. */
        long patientsTo(double limit) {
            int low = 0;
            int high = records.size() - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (records.get(middle) > limit) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return patients.get(low);
        }
    }
}
