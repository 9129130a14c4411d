package org.silkthread.server.payment;

import org.silkthread.server.disclosure.Undisclosed;

/**
 * What was found for one goal and what share of its money that earns.
 *
 * @param rule the rule that the year's scheme applies to it
 * @param evidence what the cut holds
 * @param achieved the share of the line's money that is earned, 0 to 1
 */
public record Finding(Goal goal, Measure measure, PaymentRule rule, Evidence evidence, Fraction achieved)
        implements Undisclosed {

    static Finding of(Goal goal, Measure measure, PaymentRule rule, Evidence evidence) {
        Fraction achieved = switch (evidence) {
            case Evidence.Missing missing -> Fraction.ZERO;
            case Evidence.Counted counted -> share(goal, measure, rule, counted);
        };
        return new Finding(goal, measure, rule, evidence, achieved);
    }

    private static Fraction share(Goal goal, Measure measure, PaymentRule rule, Evidence.Counted counted) {
        return switch (rule) {
            case PaymentRule.ForSubmission submission -> onTime(goal, counted) ? Fraction.ONE : Fraction.ZERO;
            case PaymentRule.ForOutcome outcome -> outcome.earned(counted.value(measure.multiplier()));
        };
    }

    static boolean onTime(Goal goal, Evidence.Counted counted) {
        return goal.dataDue().map(due -> !counted.received().isAfter(due)).orElse(true);
    }
}
