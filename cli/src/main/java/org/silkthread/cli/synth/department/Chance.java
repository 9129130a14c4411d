package org.silkthread.cli.synth.department;

import java.time.Duration;
import java.util.List;
import org.silkthread.measure.synthetic.Dice;

/** Draws of one visit or of one stream of arrivals; those of another number have nothing to do with them. */
final class Chance {

    private static final double MILLIS_IN_MINUTE = 60_000;

    private final Dice dice = new Dice();

    Chance(long seed, long number) {
        dice.start(seed, number);
    }

    boolean happens(double probability) {
        return dice.chance(probability);
    }

    double unit() {
        return dice.unit();
    }

    int below(int bound) {
        return dice.below(bound);
    }

    <T> T of(List<T> choices) {
        return choices.get(dice.below(choices.size()));
    }

    int weighted(double... weights) {
        return dice.from(Dice.cumulative(weights));
    }

    /** Any length between two, in minutes. */
    Duration between(double low, double high) {
        return minutes(low + dice.unit() * (high - low));
    }

    /**
     * A length of time as people's acts have them: many near the median, a few much longer (lognormal).
     *
     * @param median in minutes
     * @param spread the standard deviation of its logarithm
     */
    Duration about(double median, double spread) {
        return minutes(median * StrictMath.exp(spread * dice.bell()));
    }

    /** The time to the next of things that happen at random (exponential). */
    Duration untilNext(double timesAMinute) {
        return minutes(-StrictMath.log(1 - dice.unit()) / timesAMinute);
    }

    private static Duration minutes(double minutes) {
        return Duration.ofMillis(Math.round(minutes * MILLIS_IN_MINUTE));
    }
}
