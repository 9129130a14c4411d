package org.silkthread.server.payment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.silkthread.server.calendar.FinancialYear;

/**
 * A year's contract between a commissioner and a provider with its one CQUIN scheme.
 *
 * @param version 1 when first agreed, one more with each variation
 * @param commissioner the code of the organisation that pays
 * @param provider the code of the organisation that is paid
 * @param value what the contract is worth without the scheme
 * @param goals in the order of their numbers; their weights add up to exactly 100
 */
public record Contract(
        int version, String commissioner, String provider, FinancialYear year, Money value, List<Goal> goals) {

    /** @throws IllegalArgumentException saying which agreement the contract breaks */
    public Contract {
        goals = List.copyOf(goals);
        if (value.pence() <= 0) {
            throw new IllegalArgumentException("A contract has a value above £0.00");
        }
        if (commissioner.equals(provider)) {
            throw new IllegalArgumentException("An organisation has no contract with itself: " + provider);
        }
        BigDecimal sum = goals.stream().map(Goal::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(PaymentRule.HUNDRED) != 0) {
            throw new IllegalArgumentException("The weights of a contract's goals add up to exactly 100%, not "
                    + sum.toPlainString() + "%: " + weights(goals));
        }
        for (int i = 0; i < goals.size(); i++) {
            Goal goal = goals.get(i);
            if (i > 0 && goals.get(i - 1).number() >= goal.number()) {
                throw new IllegalArgumentException("Goals come once each in the order of their numbers, not "
                        + goals.get(i - 1).number() + " before " + goal.number());
            }
            if (goal.period().start().isBefore(year.start())
                    || goal.period().end().isAfter(year.end())) {
                throw new IllegalArgumentException("Goal " + goal.number() + " is measured over "
                        + goal.period().label() + ", which is not within the contract's year, "
                        + year.period().label());
            }
        }
    }

    private static String weights(List<Goal> goals) {
        return goals.stream()
                .map(goal -> "goal " + goal.number() + " " + goal.weightInWords())
                .collect(Collectors.joining(", "));
    }

    /** What the contract is called in addresses: year, commissioner, provider. */
    public String id() {
        return id(commissioner, provider, year);
    }

    /** This contract under another version number. */
    Contract withVersion(int other) {
        return new Contract(other, commissioner, provider, year, value, goals);
    }

    static String id(String commissioner, String provider, FinancialYear year) {
        return year.code() + "-" + commissioner + "-" + provider;
    }

    /** Which side of the contract an organisation is on, if it is on one. */
    public Optional<Party> partyOf(String organisation) {
        if (organisation.equals(commissioner)) {
            return Optional.of(Party.COMMISSIONER);
        }
        return organisation.equals(provider) ? Optional.of(Party.PROVIDER) : Optional.empty();
    }
}
