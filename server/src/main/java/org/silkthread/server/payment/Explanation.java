package org.silkthread.server.payment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.silkthread.server.web.Wording;

/** One line of a statement in words and numbers: what it can pay, by which rule, what was found, what it earned. */
final class Explanation {

    private Explanation() {}

    static String of(Contract contract, CquinScheme scheme, Finding finding, Money upTo, Money amount) {
        return String.join(
                " ",
                worth(contract, scheme, finding.goal(), upTo),
                ruleSentence(scheme, finding.measure(), finding.rule()),
                found(finding),
                result(finding, amount));
    }

    /** What the line can pay: from the contract and the rules alone, so it may be shown to everyone. */
    static String worth(Contract contract, CquinScheme scheme, Goal goal, Money upTo) {
        return "The scheme of " + yearInWords(scheme) + " is "
                + number(scheme.contractPercentage().value())
                + "% of the contract value of " + contract.value() + ". This goal weighs " + goal.weightInWords()
                + " of it, so it can pay up to " + upTo + ".";
    }

    static String ruleSentence(CquinScheme scheme, Measure measure, PaymentRule rule) {
        return "Rule for " + yearInWords(scheme) + ": it " + rule.inWords(measure.unit()) + ".";
    }

    private static String found(Finding finding) {
        String period = "Found for " + finding.goal().period().label() + ": ";
        return switch (finding.evidence()) {
            case Evidence.Missing missing -> period + missing.why() + ".";
            case Evidence.Counted counted ->
                period + whole(counted.numerator()) + " of " + whole(counted.denominator()) + ", which is "
                        + finding.measure()
                                .shown(counted.value(finding.measure().multiplier())) + ".";
        };
    }

    private static String result(Finding finding, Money amount) {
        String reason = switch (finding.evidence()) {
            case Evidence.Missing missing -> "Without data the goal earns nothing";
            case Evidence.Counted counted ->
                switch (finding.rule()) {
                    case PaymentRule.ForSubmission submission -> submission(finding.goal(), counted);
                    case PaymentRule.ForOutcome outcome -> "The goal earns " + exactShare(finding.achieved());
                };
        };
        return reason + ": " + amount + ".";
    }

    private static String submission(Goal goal, Evidence.Counted counted) {
        String came = "The data came on " + Wording.date(counted.received());
        return goal.dataDue()
                .map(due -> Finding.onTime(goal, counted)
                        ? came + ", in time for " + Wording.date(due) + ", and earns all of its money"
                        : came + ", after " + Wording.date(due) + ", and earns nothing")
                .orElse("The data is in the cut and earns all of its money");
    }

    /** The year as payment papers write it: 2010/11. */
    static String yearInWords(CquinScheme scheme) {
        return scheme.year().replace('-', '/');
    }

    /** A share of a goal's money, rounded for people: all of its money, or 63.16% of its money. */
    static String share(Fraction achieved) {
        if (achieved.isZero()) {
            return "nothing";
        }
        return achieved.equals(Fraction.ONE)
                ? "all of its money"
                : number(achieved.times(Fraction.of(100)).rounded(2)) + "% of its money";
    }

    /** The share with the exact ratio beside it wherever rounding has changed it. */
    private static String exactShare(Fraction achieved) {
        Fraction percent = achieved.times(Fraction.of(100));
        boolean rounded = !Fraction.of(percent.rounded(2)).equals(percent);
        return rounded ? share(achieved) + " (exactly " + achieved + ")" : share(achieved);
    }

    private static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** A count with commas; a sum of measurements may have decimals. */
    private static String whole(BigDecimal count) {
        BigDecimal shown = count.stripTrailingZeros();
        int places = Math.clamp(shown.scale(), 0, 4);
        return String.format(Locale.UK, "%,." + places + "f", shown.setScale(places, RoundingMode.HALF_UP));
    }
}
