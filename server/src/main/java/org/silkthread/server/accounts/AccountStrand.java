package org.silkthread.server.accounts;

import java.util.List;
import java.util.Optional;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.indicators.Figure;
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
        FinancialYear year = FinancialYear.of(figure.id().period().end());
        return accounts.getObject()
                .find(figure.id().organisation(), year)
                .map(account -> ofTheYear(figure, account, year))
                .or(() -> earlier(figure, year))
                .map(List::of)
                .orElse(List.of());
    }

    private Strand ofTheYear(Figure figure, Publication.Public account, FinancialYear year) {
        return new Strand(
                Strand.Kind.ACCOUNT,
                account.title(),
                QualityAccounts.address(figure.id().organisation(), year),
                accounts.getObject().shows(account, figure.id().indicator())
                        ? "The account shows this indicator for the whole year, as it was signed."
                        : "The account of that year does not show this indicator.");
    }

    /** The year of a new figure has no account yet; readers then want the newest one that shows the indicator. */
    private Optional<Strand> earlier(Figure figure, FinancialYear year) {
        QualityAccounts all = accounts.getObject();
        String organisation = figure.id().organisation();
        return all.publishedBy(organisation).stream()
                .map(summary -> FinancialYear.parse(summary.id().edition()))
                .filter(published -> published.startYear() < year.startYear())
                .flatMap(published -> all.find(organisation, published).stream()
                        .filter(account -> all.shows(account, figure.id().indicator()))
                        .map(account -> new Strand(
                                Strand.Kind.ACCOUNT,
                                account.title(),
                                QualityAccounts.address(organisation, published),
                                "The account of this figure’s year is not published yet. The newest one shows the"
                                        + " indicator for its own year.")))
                .findFirst();
    }
}
