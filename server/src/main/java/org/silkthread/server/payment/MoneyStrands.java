package org.silkthread.server.payment;

import java.util.List;
import java.util.stream.Stream;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.indicators.Strand;
import org.silkthread.server.indicators.ThreadSource;
import org.springframework.stereotype.Component;

/**
 * Leads from a figure to the money that depends on it. It says what the goal can pay, which follows from the contract
 * alone, and never what it did pay.
 */
@Component
class MoneyStrands implements ThreadSource {

    private final CquinContracts contracts;
    private final CquinSchemes schemes;

    MoneyStrands(CquinContracts contracts, CquinSchemes schemes) {
        this.contracts = contracts;
        this.schemes = schemes;
    }

    @Override
    public List<Strand> strands(Figure figure) {
        FigureId id = figure.id();
        FinancialYear year = FinancialYear.of(id.period().end());
        List<Strand> ofTheYear = contracts.ofProvider(id.organisation(), year).stream()
                .flatMap(contract -> contract.goals().stream()
                        .filter(goal -> dependsOn(goal, id))
                        .flatMap(goal -> strand(contract, goal, id)))
                .toList();
        return ofTheYear.isEmpty() ? earlier(id, year) : ofTheYear;
    }

    /** A contract is agreed after its year begins; until then the newest one that pays for the indicator tells most. */
    private List<Strand> earlier(FigureId id, FinancialYear year) {
        return contracts.years(id.organisation()).stream()
                .filter(agreed -> agreed.startYear() < year.startYear())
                .flatMap(agreed -> contracts.ofProvider(id.organisation(), agreed).stream())
                .filter(contract -> contract.goals().stream()
                        .anyMatch(goal -> goal.indicator().equals(id.indicator())))
                .limit(1)
                .map(contract -> new Strand(
                        Strand.Kind.MONEY,
                        "The contract for " + contract.year().code().replace('-', '/'),
                        "/organisations/" + contract.provider() + "/cquin/"
                                + contract.year().code(),
                        "No payment depends on this figure yet. The newest contract paid for the same indicator."))
                .toList();
    }

    private static boolean dependsOn(Goal goal, FigureId id) {
        return goal.indicator().equals(id.indicator())
                && !id.period().start().isBefore(goal.period().start())
                && !id.period().end().isAfter(goal.period().end());
    }

    private Stream<Strand> strand(Contract contract, Goal goal, FigureId id) {
        String year = contract.year().code().replace('-', '/');
        return schemes.find(contract.year()).stream().map(scheme -> {
            Money upTo = Money.pence(
                    Pricing.available(Pricing.pot(contract, scheme), goal).ceiling());
            boolean whole = goal.period().equals(id.period());
            return new Strand(
                    Strand.Kind.MONEY,
                    upTo + " of the contract for " + year,
                    "/organisations/" + contract.provider() + "/cquin/"
                            + contract.year().code(),
                    upTo + " of the contract for " + year
                            + (whole
                                    ? " depends on this figure."
                                    : " depends on the figure for "
                                            + goal.period().label() + ", which this one is part of."));
        });
    }
}
