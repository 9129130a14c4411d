package org.silkthread.server.accounts;

import java.util.List;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.indicators.Strand;
import org.silkthread.server.indicators.ThreadSource;
import org.silkthread.server.publication.Publication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** From a figure to the Quality Account of its organisation and year. */
@Component
class AccountStrand implements ThreadSource {

    /** Asked for when needed: the room that shows figures is itself needed to read accounts. */
    private final ObjectProvider<QualityAccounts> accounts;

    AccountStrand(ObjectProvider<QualityAccounts> accounts) {
        this.accounts = accounts;
    }

    @Override
    public List<Strand> strands(Figure figure) {
        FigureId id = figure.id();
        FinancialYear year = FinancialYear.of(id.period().end());
        return accounts.getObject()
                .find(id.organisation(), year)
                .map(account -> List.of(strand(figure, account, year)))
                .orElse(List.of());
    }

    private Strand strand(Figure figure, Publication.Public account, FinancialYear year) {
        boolean cites = accounts.getObject().shows(account, figure.id().indicator());
        return new Strand(
                Strand.Kind.ACCOUNT,
                account.title(),
                QualityAccounts.address(figure.id().organisation(), year),
                cites
                        ? "The account shows this indicator for the whole year, as it was signed."
                        : "The account of that year does not show this indicator.");
    }
}
