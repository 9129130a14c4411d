package org.silkthread.server.indicators.web.observatory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.indicators.Catalogue;
import org.silkthread.server.indicators.Figures;
import org.silkthread.server.indicators.IndicatorDefinition;
import org.silkthread.server.indicators.reading.Parameters;
import org.silkthread.server.web.component.Choice;
import org.springframework.stereotype.Component;

/** The indicators and periods that the observatory offers. */
@Component
class IndicatorChoices {

    private static final int PERIODS = 24;
    private static final int YEARS = 3;

    private final Catalogue catalogue;
    private final Figures figures;

    IndicatorChoices(Catalogue catalogue, Figures figures) {
        this.catalogue = catalogue;
        this.figures = figures;
    }

    /**
     * The indicator that is asked for, or the first that anybody has sent.
     *
     * @param id blank when none is asked for
     */
    Optional<IndicatorDefinition> chosen(String id) {
        if (!id.isBlank()) {
            return Optional.of(catalogue
                    .find(id)
                    .orElseThrow(
                            () -> Parameters.refused("indicator", id, "the id of an indicator, such as ae-4-hour")));
        }
        return byTitle().stream()
                .filter(definition -> figures.latestPeriod(definition.id()).isPresent())
                .findFirst();
    }

    List<IndicatorDefinition> byTitle() {
        return catalogue.all().stream()
                .sorted(Comparator.comparing(IndicatorDefinition::title, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    List<Choice> indicators(Optional<IndicatorDefinition> chosen) {
        return byTitle().stream()
                .map(definition -> Choice.of(definition.id(), definition.title())
                        .chosenIf(chosen.filter(definition::equals).isPresent()))
                .toList();
    }

    /** The latest reporting periods, then financial years. */
    List<Choice> periods(Optional<Period> latest, Optional<Period> chosen) {
        List<Choice> choices = new ArrayList<>();
        latest.ifPresent(last -> {
            Period period = last;
            for (int i = 0; i < PERIODS; i++) {
                choices.add(choice(period, chosen));
                period = period.previous();
            }
            FinancialYear year = FinancialYear.of(last.end());
            for (int i = 0; i < YEARS && last.kind() != Period.Kind.FINANCIAL_YEAR; i++) {
                choices.add(choice(year.period(), chosen));
                year = year.previous();
            }
        });
        if (choices.stream().noneMatch(Choice::chosen)) {
            chosen.ifPresent(period -> choices.addFirst(choice(period, chosen)));
        }
        return choices;
    }

    private static Choice choice(Period period, Optional<Period> chosen) {
        return Choice.of(period.code(), period.label())
                .chosenIf(chosen.filter(period::equals).isPresent());
    }
}
