package org.silkthread.server.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.silkthread.server.disclosure.Undisclosed;

/**
 * The arithmetic of a statement: contract value x scheme percentage x the sum over all goals of weight x achieved
 * share. It is exact until the end; then the sum is rounded to the nearest penny and the lines by
 * {@link LargestRemainder}, so that they add up to it. It reads nothing but its arguments, so that the same contract,
 * rules and cut give the same statement on any day.
 *
 * @param schemeValue what full achievement would pay, to the nearest penny
 * @param lines one for each goal, in the contract's order
 * @param total the sum of the lines
 */
public record Pricing(Contract contract, CquinScheme scheme, Money schemeValue, List<Line> lines, Money total)
        implements Undisclosed {

    /** The rounding, as statements state it. */
    public static final String ROUNDING = "The total is worked out exactly and then rounded to the nearest penny. Each"
            + " line is cut down to whole pence, and the pence left over go one each to the lines that lost most."
            + " So the lines always add up to the total.";

    /**
     * What one goal earned.
     *
     * @param upTo what full achievement would pay, a part of a penny counted as a whole one
     * @param amount what it pays
     * @param explanation all of it in words and numbers
     */
    public record Line(Finding finding, Money upTo, Money amount, String explanation) {}

    public Pricing {
        lines = List.copyOf(lines);
    }

    /**
     * Prices a contract.
     *
     * @param measures by indicator, for every goal
     * @param evidence by goal number, for every goal
     * @throws NotPriceable if the scheme pays for outcomes and a goal has no rule for them
     */
    static Pricing of(
            Contract contract, CquinScheme scheme, Map<String, Measure> measures, Map<Integer, Evidence> evidence) {
        Fraction pot = pot(contract, scheme);
        List<Finding> findings = contract.goals().stream()
                .map(goal -> Finding.of(
                        goal,
                        Known.in(measures, goal.indicator()),
                        ruleFor(goal, scheme),
                        Known.in(evidence, goal.number())))
                .toList();
        List<Money> amounts = LargestRemainder.allocate(findings.stream()
                .map(finding -> available(pot, finding.goal()).times(finding.achieved()))
                .toList());
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            Money upTo = Money.pence(available(pot, finding.goal()).ceiling());
            Money amount = amounts.get(i);
            lines.add(new Line(finding, upTo, amount, Explanation.of(contract, scheme, finding, upTo, amount)));
        }
        Money total = amounts.stream().reduce(Money.NOTHING, Money::plus);
        return new Pricing(contract, scheme, Money.pence(pot.nearest()), lines, total);
    }

    /** What the whole scheme is worth, in exact pence. */
    static Fraction pot(Contract contract, CquinScheme scheme) {
        return contract.value()
                .exactPence()
                .times(percent(Fraction.of(scheme.contractPercentage().value())));
    }

    /** What a goal can pay, in exact pence. */
    static Fraction available(Fraction pot, Goal goal) {
        return pot.times(percent(Fraction.of(goal.weight())));
    }

    private static Fraction percent(Fraction number) {
        return number.dividedBy(Fraction.of(100));
    }

    /** The first year pays for sending data; later years apply the goal's own rule. */
    static PaymentRule ruleFor(Goal goal, CquinScheme scheme) {
        return switch (scheme.pays().basis()) {
            case SUBMISSION -> new PaymentRule.ForSubmission();
            case OUTCOME ->
                goal.outcomeRule()
                        .orElseThrow(() -> new NotPriceable("The scheme of " + scheme.year()
                                + " pays for outcomes, but goal " + goal.number()
                                + " of the contract has no rule for outcomes. Agree one first."));
        };
    }
}
