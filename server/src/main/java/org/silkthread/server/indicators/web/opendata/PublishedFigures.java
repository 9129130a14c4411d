package org.silkthread.server.indicators.web.opendata;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.directory.Level;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.indicators.Catalogue;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.Figures;
import org.silkthread.server.indicators.IndicatorDefinition;
import org.springframework.stereotype.Component;

/**
 * Every figure that everybody may see, one indicator and period at a time: however many there are, no more than the
 * organisations of one period are in memory at once.
 */
@Component
public class PublishedFigures {

    private static final List<Level> AREAS = List.of(Level.SYSTEM, Level.REGION, Level.COUNTRY);

    private final Catalogue catalogue;
    private final Figures figures;

    PublishedFigures(Catalogue catalogue, Figures figures) {
        this.catalogue = catalogue;
        this.figures = figures;
    }

    /** The definitions in force today, by id. */
    public List<IndicatorDefinition> definitions() {
        return catalogue.all();
    }

    /** Hands over every figure for which something was received, those withheld included, in a fixed order. */
    public void forEach(Consumer<Figure> consumer) {
        for (IndicatorDefinition definition : catalogue.all()) {
            for (Period period : periods(definition)) {
                hand(definition, period, Level.ORGANISATION, consumer);
                AREAS.forEach(level -> hand(definition, period, level, consumer));
            }
        }
    }

    private void hand(IndicatorDefinition definition, Period period, Level level, Consumer<Figure> consumer) {
        figures.across(definition.id(), period, level, Audience.everyone()).stream()
                .filter(figure -> figure.source().isPresent())
                .forEach(consumer);
    }

    /** The reporting periods, then the financial years that they make up. */
    private Set<Period> periods(IndicatorDefinition definition) {
        Set<Period> periods = new LinkedHashSet<>();
        figures.series(definition.id(), Organisation.ENGLAND, Audience.everyone())
                .forEach(figure -> periods.add(figure.id().period()));
        List.copyOf(periods).stream()
                .map(period -> FinancialYear.of(period.start()).period())
                .forEach(periods::add);
        return periods;
    }
}
