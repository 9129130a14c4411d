package org.silkthread.server.choices;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.directory.Level;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.indicators.CutReading;
import org.silkthread.server.indicators.Cuts;
import org.silkthread.server.indicators.Dimension;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.indicators.Figures;
import org.silkthread.server.indicators.IndicatorDefinition;
import org.silkthread.server.indicators.reading.Standings;
import org.springframework.stereotype.Component;

/**
 * Puts providers side by side over a financial year. Where a provider has published its Quality Account for the year, its
 * figures are read from the cut that the account froze; otherwise they are the figures of today and provisional.
 */
@Component
public class Comparisons {

    /** A reader compares a handful of measures, not dozens. */
    private static final int MEASURES_PER_DIMENSION = 3;

    private final EligibleProviders providers;
    private final PublishedBases bases;
    private final Figures figures;
    private final Cuts cuts;
    private final Standings standings;

    Comparisons(EligibleProviders providers, PublishedBases bases, Figures figures, Cuts cuts, Standings standings) {
        this.providers = providers;
        this.bases = bases;
        this.figures = figures;
        this.cuts = cuts;
        this.standings = standings;
    }

    /** The year to compare for a service: the latest complete one with figures, else the one that is under way. */
    public Optional<FinancialYear> latestYear(String service) {
        Optional<Period> latest = providers.measures(service).stream()
                .flatMap(measure -> figures.latestPeriod(measure.id()).stream())
                .max(Comparator.comparing(Period::end));
        return latest.map(period -> {
            FinancialYear year = FinancialYear.of(period.start());
            boolean complete = !period.end().isBefore(year.end());
            return complete || !hasFigures(service, year.previous()) ? year : year.previous();
        });
    }

    private boolean hasFigures(String service, FinancialYear year) {
        return providers.measures(service).stream()
                .anyMatch(measure ->
                        figures.across(measure.id(), year.period(), Level.ORGANISATION, Audience.everyone()).stream()
                                .anyMatch(figure -> figure.shown().isPresent()));
    }

    /**
     * Compares.
     *
     * @param chosen one to three providers
     */
    public Comparison of(String service, FinancialYear year, List<Organisation> chosen, Audience audience) {
        List<Comparison.Provider> columns = chosen.stream()
                .map(provider -> new Comparison.Provider(provider, bases.find(provider.code(), year)))
                .toList();
        Map<String, CutReading> frozen = new HashMap<>();
        columns.forEach(column -> column.base()
                .flatMap(base -> cuts.read(base.cut(), audience))
                .ifPresent(reading -> frozen.put(column.organisation().code(), reading)));
        List<Comparison.Measure> measures = new ArrayList<>();
        for (IndicatorDefinition definition : providers.measures(service)) {
            measure(definition, year.period(), columns, frozen, audience).ifPresent(measures::add);
        }
        return new Comparison(year.period(), columns, aHandful(measures));
    }

    /** Nothing when none of the providers has ever sent the measure. */
    private Optional<Comparison.Measure> measure(
            IndicatorDefinition definition,
            Period period,
            List<Comparison.Provider> columns,
            Map<String, CutReading> frozen,
            Audience audience) {
        List<Comparison.Answer> answers = columns.stream()
                .flatMap(column -> answer(definition, period, column, frozen, audience).stream())
                .toList();
        if (answers.size() < columns.size()
                || answers.stream().allMatch(answer -> answer.figure().source().isEmpty())) {
            return Optional.empty();
        }
        Map<FigureId, Figure> all = new HashMap<>();
        figures.across(definition.id(), period, Level.ORGANISATION, audience)
                .forEach(figure -> all.put(figure.id(), figure));
        answers.forEach(answer -> all.put(answer.figure().id(), answer.figure()));
        return Optional.of(new Comparison.Measure(definition, standings.of(List.copyOf(all.values())), answers));
    }

    private Optional<Comparison.Answer> answer(
            IndicatorDefinition definition,
            Period period,
            Comparison.Provider column,
            Map<String, CutReading> frozen,
            Audience audience) {
        FigureId id = new FigureId(definition.id(), column.organisation().code(), period);
        Optional<Comparison.Answer> published = Optional.ofNullable(
                        frozen.get(column.organisation().code()))
                .flatMap(reading -> reading.figure(id))
                .map(figure -> new Comparison.Answer(figure, true));
        return published.or(() -> figures.find(id, audience).map(figure -> new Comparison.Answer(figure, false)));
    }

    /** Of each dimension the measures with the most figures to show. */
    private static List<Comparison.Measure> aHandful(List<Comparison.Measure> measures) {
        List<Comparison.Measure> kept = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            measures.stream()
                    .filter(measure -> measure.definition().dimension() == dimension)
                    .sorted(Comparator.comparing(Comparisons::shown)
                            .reversed()
                            .thenComparing(measure -> measure.definition().title()))
                    .limit(MEASURES_PER_DIMENSION)
                    .forEach(kept::add);
        }
        return kept;
    }

    private static long shown(Comparison.Measure measure) {
        return measure.answers().stream()
                .filter(answer -> answer.figure().shown().isPresent())
                .count();
    }
}
