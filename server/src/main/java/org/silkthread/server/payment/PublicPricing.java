package org.silkthread.server.payment;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.silkthread.server.disclosure.CountRange;

/**
 * A statement as everyone may see it. A payment that grows with each patient would give hidden and rounded counts away,
 * and so would a total with all lines but one. So each line is priced again from what is published of its result: where
 * that leaves more than one possible amount, the line shows the least and the most it can be, and the total does too.
 * Nothing here depends on an exact count that is not published.
 *
 * @param lines one for each goal
 * @param total the least and the most that all lines together can be
 */
public record PublicPricing(Contract contract, CquinScheme scheme, Money schemeValue, List<Line> lines, Span total) {

    /** Why amounts are given as a range, for pages and downloads. */
    public static final String WHY_RANGES = "Where we round or hide the number of patients to protect them, the exact"
            + " amount would give the number away. We then show the least and the most that it can be.";

    /**
     * An amount between two ends.
     *
     * @param least not above the most
     * @param most equal to the least when the amount is known
     */
    public record Span(Money least, Money most) {

        public boolean isKnown() {
            return least.equals(most);
        }

        Span plus(Span other) {
            return new Span(least.plus(other.least), most.plus(other.most));
        }

        /** The amount in words: £10.00, or £10.00 to £12.00. */
        @Override
        public String toString() {
            return isKnown() ? least.toString() : least + " to " + most;
        }
    }

    /**
     * What everyone may know of one line.
     *
     * @param explanation in words and numbers, from published values alone
     */
    public record Line(
            Goal goal,
            Measure measure,
            PaymentRule rule,
            PublicEvidence evidence,
            Money upTo,
            Span amount,
            String explanation) {}

    public PublicPricing {
        lines = List.copyOf(lines);
    }

    /**
     * @param measures by indicator, for every goal
     * @param evidence by goal number, for every goal
     */
    static PublicPricing of(
            Contract contract,
            CquinScheme scheme,
            Map<String, Measure> measures,
            Map<Integer, PublicEvidence> evidence) {
        Fraction pot = Pricing.pot(contract, scheme);
        List<Shares> shares = new ArrayList<>();
        for (Goal goal : contract.goals()) {
            shares.add(shares(
                    Pricing.ruleFor(goal, scheme),
                    Known.in(measures, goal.indicator()),
                    Known.in(evidence, goal.number())));
        }
        List<Span> spans = spans(pot, contract.goals(), shares);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            Goal goal = contract.goals().get(i);
            PaymentRule rule = Pricing.ruleFor(goal, scheme);
            Measure measure = Known.in(measures, goal.indicator());
            PublicEvidence found = Known.in(evidence, goal.number());
            Money upTo = Money.pence(Pricing.available(pot, goal).ceiling());
            String words = String.join(
                    " ",
                    Explanation.worth(contract, scheme, goal, upTo),
                    Explanation.ruleSentence(scheme, measure, rule),
                    result(found, shares.get(i), spans.get(i)));
            lines.add(new Line(goal, measure, rule, found, upTo, spans.get(i), words));
        }
        Span nothing = new Span(Money.NOTHING, Money.NOTHING);
        return new PublicPricing(
                contract,
                scheme,
                Money.pence(pot.nearest()),
                lines,
                spans.stream().reduce(nothing, Span::plus));
    }

    private record Shares(Fraction least, Fraction most) {
        boolean isKnown() {
            return least.equals(most);
        }
    }

    private static final Shares ANY = new Shares(Fraction.ZERO, Fraction.ONE);
    private static final Shares NONE = new Shares(Fraction.ZERO, Fraction.ZERO);
    private static final Shares ALL = new Shares(Fraction.ONE, Fraction.ONE);

    private static Shares shares(PaymentRule rule, Measure measure, PublicEvidence evidence) {
        return switch (evidence) {
            case PublicEvidence.Missing missing -> NONE;
            case PublicEvidence.Hidden hidden -> rule instanceof PaymentRule.ForSubmission ? ALL : ANY;
            case PublicEvidence.Within within ->
                switch (rule) {
                    case PaymentRule.ForSubmission submission -> ALL;
                    case PaymentRule.ForOutcome outcome -> earned(outcome, measure, within);
                };
        };
    }

    private static Shares earned(PaymentRule.ForOutcome rule, Measure measure, PublicEvidence.Within within) {
        CountRange counted = within.numerator();
        CountRange outOf = within.denominator();
        if (outOf.low() == 0) {
            return ANY;
        }
        Fraction scale = Fraction.of(measure.multiplier());
        Fraction one = rule.earned(ratio(counted.low(), outOf.high()).times(scale));
        Fraction other = rule.earned(ratio(counted.high(), outOf.low()).times(scale));
        return one.compareTo(other) <= 0 ? new Shares(one, other) : new Shares(other, one);
    }

    private static Fraction ratio(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** When every share is known, the amounts are those of the statement; otherwise each line's outer bounds. */
    private static List<Span> spans(Fraction pot, List<Goal> goals, List<Shares> shares) {
        List<Fraction> least = new ArrayList<>();
        List<Fraction> most = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            Fraction available = Pricing.available(pot, goals.get(i));
            least.add(available.times(shares.get(i).least()));
            most.add(available.times(shares.get(i).most()));
        }
        if (shares.stream().allMatch(Shares::isKnown)) {
            return LargestRemainder.allocate(least).stream()
                    .map(amount -> new Span(amount, amount))
                    .toList();
        }
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            spans.add(new Span(
                    Money.pence(least.get(i).floor()), Money.pence(most.get(i).ceiling())));
        }
        return List.copyOf(spans);
    }

    private static String result(PublicEvidence evidence, Shares shares, Span amount) {
        return switch (evidence) {
            case PublicEvidence.Missing missing ->
                "Found: " + missing.why() + ". Without data the goal earns nothing: " + amount + ".";
            case PublicEvidence.Hidden hidden ->
                shares.isKnown()
                        ? "The data was sent and earns all of its money: " + amount + "."
                        : hidden.why() + " So we cannot show what it earned: " + amount + ".";
            case PublicEvidence.Within within ->
                shares.isKnown()
                        ? "It earns " + Explanation.share(shares.least()) + ": " + amount + "."
                        : "From the published numbers it earns at least "
                                + Explanation.share(shares.least()) + " and at most "
                                + Explanation.share(shares.most()) + ": " + amount + ".";
        };
    }
}
