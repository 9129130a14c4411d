package org.silkthread.server.indicators;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.calendar.UkTime;
import org.silkthread.server.directory.Level;
import org.silkthread.server.disclosure.Audience;
import org.silkthread.server.disclosure.Disclosure;
import org.silkthread.server.disclosure.PublishedValue;
import org.silkthread.server.disclosure.WithheldReason;
import org.silkthread.server.indicators.rollup.Cell;
import org.silkthread.server.indicators.rollup.Rollup;
import org.silkthread.server.indicators.rollup.Total;
import org.silkthread.server.indicators.store.CellTable;
import org.silkthread.server.indicators.store.CellTable.Span;
import org.silkthread.server.indicators.store.Memberships;
import org.springframework.stereotype.Component;

/** Opens the counts of one indicator at the places and periods that are wanted, ready to be summed and disclosed. */
@Component
class Ledger {

    /** For figures of organisations themselves: where they belong does not matter. */
    private static final Memberships.Belonging ALONE =
            new Memberships.Belonging((organisation, period) -> List.of(), Map.of());

    private final CellTable cells;
    private final Memberships memberships;
    private final Clock clock;

    Ledger(CellTable cells, Memberships memberships, Clock clock) {
        this.cells = cells;
        this.memberships = memberships;
        this.clock = clock;
    }

    /** The counts for figures at known places, by indicator. */
    Map<String, Page> open(Map<String, Catalogue.Versions> versions, Collection<FigureId> ids, Set<String> areas) {
        Period within = hull(ids.stream().map(FigureId::period).toList());
        Set<String> wanted = ids.stream().map(FigureId::organisation).collect(Collectors.toSet());
        if (wanted.contains(Rollup.COUNTRY)) {
            return pages(versions, cells.cells(versions.keySet(), within), true);
        }
        Set<String> senders = new HashSet<>(wanted);
        wanted.stream().filter(areas::contains).forEach(area -> senders.addAll(memberships.below(area, within)));
        return pages(
                versions,
                cells.cells(versions.keySet(), senders, within),
                wanted.stream().anyMatch(areas::contains));
    }

    /** All counts of indicators at one place, by indicator. */
    Map<String, Page> open(Map<String, Catalogue.Versions> versions, String place, boolean isArea) {
        List<Cell> found = isArea ? cells.cells(versions.keySet()) : cells.cells(versions.keySet(), List.of(place));
        return pages(versions, found, isArea);
    }

    /** All counts of indicators, of each in one period, by indicator. */
    Map<String, Page> open(Map<String, Catalogue.Versions> versions, Map<String, Period> periods) {
        return pages(versions, cells.cells(periods), true);
    }

    /** By indicator, those who have sent it for a period or for any in the year before it. */
    Map<String, Set<String>> senders(Map<String, Period> periods) {
        Map<String, Period> within = new HashMap<>();
        periods.forEach((indicator, period) ->
                within.put(indicator, new Period(period.start().minusYears(1), period.end())));
        return cells.senders(within);
    }

    /** Of each indicator the counts of the latest period that a place has. */
    Map<String, Page> latest(Map<String, Catalogue.Versions> versions, String place, boolean isArea) {
        if (!isArea) {
            return pages(versions, cells.latest(Set.of(place)), false);
        }
        LocalDate today = UkTime.today(clock);
        List<Cell> found = place.equals(Rollup.COUNTRY)
                ? cells.latest()
                : cells.latest(memberships.below(place, new Period(today, today)));
        return pages(versions, found, true);
    }

    /** Versions of one organisation's counts in one period, as an audience may see each. */
    List<FigureAssembly.Draft> past(IndicatorDefinition definition, FigureId id, List<Cell> past, Audience audience) {
        List<FigureAssembly.Draft> versions = new ArrayList<>();
        for (Cell cell : past) {
            Total total = new Rollup(definition, List.of(cell), (organisation, period) -> List.of())
                    .total(id.organisation(), id.period())
                    .orElseThrow();
            versions.add(shown(definition, id, total, audience));
        }
        return versions;
    }

    private Map<String, Page> pages(Map<String, Catalogue.Versions> versions, List<Cell> found, boolean withAreas) {
        Memberships.Belonging belonging = withAreas ? belonging(found) : ALONE;
        Map<String, List<Cell>> byIndicator = found.stream().collect(Collectors.groupingBy(Cell::indicator));
        Map<String, Page> pages = new HashMap<>();
        versions.forEach((indicator, all) ->
                pages.put(indicator, new Page(all, byIndicator.getOrDefault(indicator, List.of()), belonging)));
        return pages;
    }

    private Memberships.Belonging belonging(List<Cell> found) {
        if (found.isEmpty()) {
            return ALONE;
        }
        return memberships.above(
                found.stream().map(Cell::organisation).collect(Collectors.toSet()),
                hull(found.stream().map(Cell::period).toList()));
    }

    private static Period hull(List<Period> periods) {
        LocalDate start =
                periods.stream().map(Period::start).min(LocalDate::compareTo).orElseThrow();
        LocalDate end =
                periods.stream().map(Period::end).max(LocalDate::compareTo).orElseThrow();
        return new Period(start, end);
    }

    private static FigureAssembly.Draft shown(
            IndicatorDefinition definition, FigureId id, Total total, Audience audience) {
        Optional<String> owner = Optional.of(id.organisation())
                .filter(code -> total.latest().organisation().equals(code));
        PublishedValue value = definition.value(
                Disclosure.to(audience, owner, total.exact().numerator(), total.numerator()),
                total.denominator()
                        .map(count -> Disclosure.to(
                                audience, owner, total.exact().denominator().orElse(0), count)),
                total.exact().expected());
        Coverage coverage =
                new Coverage(total.periods(), expectedPeriods(definition, id.period()), total.organisations());
        return new FigureAssembly.Draft(id, definition, value, coverage, Optional.of(total));
    }

    private static int expectedPeriods(IndicatorDefinition definition, Period period) {
        int months = Math.max(1, period.months().size());
        return Math.max(
                1,
                switch (definition.collection().frequency()) {
                    case MONTHLY -> months;
                    case QUARTERLY -> months / 3;
                    case ANNUAL -> months / 12;
                });
    }

    /** The counts of one indicator at some places and periods. */
    final class Page {

        private final Catalogue.Versions versions;
        private final List<Cell> held;
        private final Rollup rollup;
        private final Map<String, Level> levels;

        private Page(Catalogue.Versions versions, List<Cell> held, Memberships.Belonging belonging) {
            this.versions = versions;
            this.held = held;
            this.rollup = new Rollup(versions.newest(), held, belonging.chains());
            this.levels = belonging.levels();
        }

        /** The reporting periods that anybody on this page has counts for, in order. */
        Set<Period> periods() {
            Set<Period> periods = new TreeSet<>();
            held.forEach(cell -> periods.add(cell.period()));
            return periods;
        }

        /** The areas of a level that anybody on this page lies in. */
        Set<String> areas(Level level) {
            return levels.entrySet().stream()
                    .filter(entry -> entry.getValue() == level)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }

        /** The figures as an audience may see them, in the order asked. */
        List<FigureAssembly.Draft> drafts(Collection<FigureId> ids, Audience audience) {
            List<FigureAssembly.Draft> drafts = new ArrayList<>();
            Set<String> lacking = new HashSet<>();
            for (FigureId id : ids) {
                if (rollup.total(id.organisation(), id.period()).isEmpty()) {
                    lacking.add(id.organisation());
                }
            }
            Map<String, Span> spans =
                    lacking.isEmpty() ? Map.of() : cells.spans(versions.newest().id(), lacking);
            for (FigureId id : ids) {
                IndicatorDefinition definition = versions.on(id.period().end());
                drafts.add(rollup.total(id.organisation(), id.period())
                        .map(total -> shown(definition, id, total, audience))
                        .orElseGet(() -> missing(definition, id, spans)));
            }
            return drafts;
        }

        private FigureAssembly.Draft missing(IndicatorDefinition definition, FigureId id, Map<String, Span> spans) {
            WithheldReason reason = Missing.reason(
                    definition, id.period(), Optional.ofNullable(spans.get(id.organisation())), UkTime.today(clock));
            Coverage coverage = new Coverage(0, expectedPeriods(definition, id.period()), 0);
            return new FigureAssembly.Draft(
                    id, definition, PublishedValue.withheld(reason), coverage, Optional.empty());
        }
    }
}
