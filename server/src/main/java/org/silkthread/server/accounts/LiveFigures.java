package org.silkthread.server.accounts;

import java.util.List;
import org.silkthread.server.accounts.AccountCoverage.ServiceLineName;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.disclosure.PublishedValue;
import org.silkthread.server.disclosure.WithheldReason;
import org.silkthread.server.indicators.Catalogue;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.indicators.Figures;
import org.silkthread.server.indicators.Stage;
import org.silkthread.server.publication.Manuscript;
import org.springframework.stereotype.Component;

/** An account's contents as the records say today: service lines from the directory, figures of the whole year. */
@Component
class LiveFigures {

    private final Directory directory;
    private final Catalogue catalogue;
    private final Figures figures;

    LiveFigures(Directory directory, Catalogue catalogue, Figures figures) {
        this.directory = directory;
        this.catalogue = catalogue;
        this.figures = figures;
    }

    /** Every service line that the provider had on the last day of the year. */
    List<ServiceLineName> serviceLines(String organisation, FinancialYear year) {
        return directory.serviceLines(organisation, year.end()).stream()
                .map(running -> new ServiceLineName(
                        running.line().code(), running.line().name()))
                .toList();
    }

    /** What the account would show if it were frozen now, as the public would see it. */
    AccountCoverage coverage(String organisation, FinancialYear year, Manuscript manuscript) {
        List<ServiceLineName> lines = serviceLines(organisation, year);
        return AccountCoverage.of(lines, applicable(organisation, year, lines), manuscript);
    }

    /** The figures of the year that say something about one of the service lines, by indicator. */
    private List<Figure> applicable(String organisation, FinancialYear year, List<ServiceLineName> lines) {
        List<FigureId> ids = catalogue.all(year.end()).stream()
                .filter(definition -> definition.stage() == Stage.LIVE)
                .filter(definition -> lines.stream()
                        .anyMatch(line -> definition.serviceLines().contains(line.code())))
                .map(definition -> new FigureId(definition.id(), organisation, year.period()))
                .toList();
        return figures.find(ids, Audience.everyone()).values().stream()
                .filter(figure -> !isOthers(figure))
                .toList();
    }

    /** An indicator that does not apply to this organisation says nothing about its services. */
    private static boolean isOthers(Figure figure) {
        return figure.value() instanceof PublishedValue.Withheld withheld
                && withheld.reason() == WithheldReason.NOT_APPLICABLE;
    }
}
