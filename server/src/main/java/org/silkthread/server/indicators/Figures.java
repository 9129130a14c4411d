package org.silkthread.server.indicators;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Level;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.indicators.rollup.Cell;
import org.silkthread.server.indicators.rollup.Total;
import org.silkthread.server.indicators.store.CellTable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The figures, as an audience may see them. A figure of an organisation is what it sent; a figure of an area is the sum
 * of the counts of the organisations in it, each where it was at the end of the reporting period. Quarters and years are
 * sums of the reporting periods held.
 */
@Component
@Transactional(readOnly = true)
public class Figures {

    private final Catalogue catalogue;
    private final Directory directory;
    private final CellTable cells;
    private final Ledger ledger;
    private final FigureAssembly assembly;

    Figures(Catalogue catalogue, Directory directory, CellTable cells, Ledger ledger, FigureAssembly assembly) {
        this.catalogue = catalogue;
        this.directory = directory;
        this.cells = cells;
        this.ledger = ledger;
        this.assembly = assembly;
    }

    /**
     * One figure.
     *
     * @return nothing when there is no such indicator or organisation; a figure without a value, which says why, when
     *     there are no counts for the period
     */
    public Optional<Figure> find(FigureId id, Audience audience) {
        return Optional.ofNullable(find(Set.of(id), audience).get(id));
    }

    /** Many figures with few queries; those of unknown indicators or organisations are left out. In the order asked. */
    public Map<FigureId, Figure> find(Collection<FigureId> ids, Audience audience) {
        Map<FigureId, Figure> found = new LinkedHashMap<>();
        read(ids, audience).forEach(reading -> found.put(reading.figure().id(), reading.figure()));
        return found;
    }

    /** A figure and the counts behind it. */
    record Reading(Figure figure, Optional<Total> total) {}

    /** Figures with the counts behind them, in the order asked. */
    List<Reading> read(Collection<FigureId> ids, Audience audience) {
        Map<String, Organisation> places =
                directory.findAll(ids.stream().map(FigureId::organisation).collect(Collectors.toSet()));
        Map<String, Catalogue.Versions> versions =
                catalogue.versions(ids.stream().map(FigureId::indicator).collect(Collectors.toSet()));
        List<FigureId> known = ids.stream()
                .distinct()
                .filter(id -> places.containsKey(id.organisation()) && versions.containsKey(id.indicator()))
                .toList();
        if (known.isEmpty()) {
            return List.of();
        }
        Map<String, Ledger.Page> pages = ledger.open(versions, known, areas(places));
        List<FigureAssembly.Draft> drafts = new ArrayList<>();
        known.stream()
                .collect(Collectors.groupingBy(FigureId::indicator))
                .forEach((indicator, wanted) ->
                        drafts.addAll(page(pages, indicator).drafts(wanted, audience)));
        List<Figure> figures = assembly.figures(drafts, places);
        Map<FigureId, Reading> readings = new HashMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            readings.put(
                    drafts.get(i).id(),
                    new Reading(figures.get(i), drafts.get(i).total()));
        }
        return ids.stream()
                .distinct()
                .flatMap(id -> Optional.ofNullable(readings.get(id)).stream())
                .toList();
    }

    /**
     * A place's figures of every reporting period from its first to the indicator's latest, in order. Periods without a
     * value are there and say why.
     */
    public List<Figure> series(String indicator, String organisation, Audience audience) {
        return series(Set.of(indicator), organisation, audience).getOrDefault(indicator, List.of());
    }

    /** The series of several indicators at one place, by indicator; unknown indicators are left out. */
    public Map<String, List<Figure>> series(Set<String> indicators, String organisation, Audience audience) {
        Map<String, Organisation> places = directory.findAll(Set.of(organisation));
        Map<String, Catalogue.Versions> versions = places.isEmpty() ? Map.of() : catalogue.versions(indicators);
        if (versions.isEmpty()) {
            return Map.of();
        }
        Map<String, Ledger.Page> pages =
                ledger.open(versions, organisation, areas(places).contains(organisation));
        Map<String, Period> latest = cells.latestPeriods(versions.keySet());
        List<FigureAssembly.Draft> drafts = new ArrayList<>();
        pages.forEach((indicator, page) -> {
            List<FigureId> ids = reportingPeriods(page.periods(), Optional.ofNullable(latest.get(indicator))).stream()
                    .map(period -> new FigureId(indicator, organisation, period))
                    .toList();
            drafts.addAll(page.drafts(ids, audience));
        });
        return byIndicator(assembly.figures(drafts, places));
    }

    /** A place's figures of every financial year in which it or the indicator has a period, in order. */
    public List<Figure> years(String indicator, String organisation, Audience audience) {
        Map<String, Organisation> places = directory.findAll(Set.of(organisation));
        Map<String, Catalogue.Versions> versions = places.isEmpty() ? Map.of() : catalogue.versions(Set.of(indicator));
        if (versions.isEmpty()) {
            return List.of();
        }
        Ledger.Page page =
                page(ledger.open(versions, organisation, areas(places).contains(organisation)), indicator);
        Set<FinancialYear> years = new TreeSet<>();
        page.periods().forEach(period -> years.add(FinancialYear.of(period.start())));
        List<FigureId> ids = years.stream()
                .map(year -> new FigureId(indicator, organisation, year.period()))
                .toList();
        return assembly.figures(page.drafts(ids, audience), places);
    }

    /**
     * The figures of one period side by side, by name: every organisation that sends the indicator (including those
     * whose figure is missing), or every area of a level.
     *
     * @param level {@link Level#ORGANISATION} for those who send figures, or a level of areas
     */
    public List<Figure> across(String indicator, Period period, Level level, Audience audience) {
        return across(Map.of(indicator, period), level, audience).getOrDefault(indicator, List.of());
    }

    /** The same for several indicators, of each in a period of its own, by indicator. */
    public Map<String, List<Figure>> across(Map<String, Period> periods, Level level, Audience audience) {
        Map<String, Catalogue.Versions> versions = periods.isEmpty() ? Map.of() : catalogue.versions(periods.keySet());
        if (versions.isEmpty()) {
            return Map.of();
        }
        Map<String, Ledger.Page> pages = ledger.open(versions, periods);
        Map<String, Set<String>> codes = level.givesCare() ? ledger.senders(periods) : areas(pages, level);
        Map<String, Organisation> places =
                directory.findAll(codes.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        List<FigureAssembly.Draft> drafts = new ArrayList<>();
        pages.forEach((indicator, page) -> {
            Period period = Optional.ofNullable(periods.get(indicator)).orElseThrow();
            List<FigureId> ids = codes.getOrDefault(indicator, Set.of()).stream()
                    .flatMap(code -> Optional.ofNullable(places.get(code)).stream())
                    .filter(place -> level == Level.ORGANISATION || place.level() == level)
                    .sorted(Comparator.comparing(Organisation::name))
                    .map(place -> new FigureId(indicator, place.code(), period))
                    .toList();
            drafts.addAll(page.drafts(ids, audience));
        });
        return byIndicator(assembly.figures(drafts, places));
    }

    private static Map<String, Set<String>> areas(Map<String, Ledger.Page> pages, Level level) {
        Map<String, Set<String>> areas = new HashMap<>();
        pages.forEach((indicator, page) -> areas.put(indicator, page.areas(level)));
        return areas;
    }

    private static Map<String, List<Figure>> byIndicator(List<Figure> figures) {
        return figures.stream()
                .collect(Collectors.groupingBy(figure -> figure.id().indicator()));
    }

    /** The latest figure of a place for each indicator that it has any counts for, by indicator. */
    public List<Figure> of(String organisation, Audience audience) {
        Map<String, Organisation> places = directory.findAll(Set.of(organisation));
        if (places.isEmpty()) {
            return List.of();
        }
        Map<String, Catalogue.Versions> versions = catalogue.versions();
        Map<String, Ledger.Page> pages =
                ledger.latest(versions, organisation, areas(places).contains(organisation));
        List<FigureAssembly.Draft> drafts = new ArrayList<>();
        pages.keySet().stream().sorted().forEach(indicator -> {
            Ledger.Page page = page(pages, indicator);
            List<FigureId> ids = page.periods().stream()
                    .map(period -> new FigureId(indicator, organisation, period))
                    .toList();
            drafts.addAll(page.drafts(ids, audience));
        });
        return assembly.figures(drafts, places);
    }

    private static Ledger.Page page(Map<String, Ledger.Page> pages, String indicator) {
        return Optional.ofNullable(pages.get(indicator)).orElseThrow();
    }

    /** Every version of an organisation's figure of one reporting period, newest first. */
    public List<Figure> history(FigureId id, Audience audience) {
        return past(id, cells.versions(id.indicator(), id.organisation(), id.period()), audience);
    }

    /**
     * Every row that an organisation ever sent for one reporting period, newest first. Service lines stand apart, and
     * their sum is published, so nobody sees them who may not see the exact counts.
     */
    public List<Figure> submitted(FigureId id, Audience audience) {
        return audience.seesExactCountOf(id.organisation())
                ? past(id, cells.rows(id.indicator(), id.organisation(), id.period()), audience)
                : List.of();
    }

    private List<Figure> past(FigureId id, List<Cell> versions, Audience audience) {
        Map<String, Organisation> places = directory.findAll(Set.of(id.organisation()));
        return catalogue
                .versions(id.indicator())
                .filter(definitions -> !places.isEmpty())
                .map(definitions -> definitions.on(id.period().end()))
                .map(definition -> assembly.figures(ledger.past(definition, id, versions, audience), places))
                .orElse(List.of());
    }

    /** The latest reporting period that anybody has sent. */
    public Optional<Period> latestPeriod(String indicator) {
        return cells.latestPeriod(indicator);
    }

    private static Set<String> areas(Map<String, Organisation> places) {
        return places.values().stream()
                .filter(place -> !place.level().givesCare())
                .map(Organisation::code)
                .collect(Collectors.toSet());
    }

    private static List<Period> reportingPeriods(Collection<Period> held, Optional<Period> latest) {
        List<Period> all = new ArrayList<>();
        if (held.isEmpty()) {
            return all;
        }
        Set<Period> sorted = new TreeSet<>(held);
        Period last = latest.orElse(held.iterator().next());
        for (Period period = sorted.iterator().next(); !period.start().isAfter(last.start()); period = period.next()) {
            all.add(period);
        }
        return all;
    }
}
