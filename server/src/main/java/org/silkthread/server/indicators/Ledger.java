package org.silkthread.server.indicators;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
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
import org.silkthread.server.disclosure.DisclosedCount;
import org.silkthread.server.disclosure.DisclosureRule;
import org.silkthread.server.disclosure.PublicCount;
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

    private final CellTable cells;
    private final Memberships memberships;
    private final Clock clock;

    Ledger(CellTable cells, Memberships memberships, Clock clock) {
        this.cells = cells;
        this.memberships = memberships;
        this.clock = clock;
    }

    /** The counts for figures at known places. */
    Page open(Catalogue.Versions versions, Collection<FigureId> ids, Set<String> areas) {
        String indicator = versions.newest().id();
        Period within = hull(ids.stream().map(FigureId::period).toList());
        Set<String> wanted = ids.stream().map(FigureId::organisation).collect(Collectors.toSet());
        List<Cell> found;
        if (wanted.contains(Rollup.COUNTRY)) {
            found = cells.cells(indicator, within);
        } else {
            Set<String> senders = new HashSet<>(wanted);
            List<Period> asked = endsOfReportingPeriods(within);
            wanted.stream().filter(areas::contains).forEach(area -> senders.addAll(memberships.below(area, asked)));
            found = cells.cells(indicator, senders, within);
        }
        return page(versions, found, areas);
    }

    /** All counts of one place. */
    Page open(Catalogue.Versions versions, String place, Set<String> areas) {
        String indicator = versions.newest().id();
        if (!areas.contains(place)) {
            return page(versions, cells.cells(indicator, List.of(place)), areas);
        }
        List<Cell> all = cells.cells(indicator);
        return page(versions, all, areas);
    }

    /** All counts of one period. */
    Page open(Catalogue.Versions versions, Period period) {
        List<Cell> all = cells.cells(versions.newest().id(), period);
        Memberships.Belonging belonging = belonging(all);
        Rollup rollup = new Rollup(versions.on(period.end()), all, belonging.chains());
        return new Page(versions, all, rollup, belonging.levels());
    }

    /** Of each indicator the cells of the latest period that a place has. */
    List<Cell> latestCells(String place, boolean isArea) {
        if (!isArea) {
            return cells.latest(Set.of(place));
        }
        if (place.equals(Rollup.COUNTRY)) {
            return cells.latest();
        }
        LocalDate today = UkTime.today(clock);
        return cells.latest(memberships.below(place, List.of(new Period(today, today))));
    }

    /** Every version of one organisation's counts in one period. */
    List<FigureAssembly.Draft> past(IndicatorDefinition definition, FigureId id, Audience audience) {
        List<FigureAssembly.Draft> versions = new ArrayList<>();
        for (Cell cell : cells.history(id.indicator(), id.organisation(), id.period())) {
            Total total = new Rollup(definition, List.of(cell), (organisation, period) -> List.of())
                    .total(id.organisation(), id.period())
                    .orElseThrow();
            versions.add(shown(definition, id, total, audience));
        }
        return versions;
    }

    private Page page(Catalogue.Versions versions, List<Cell> found, Set<String> areas) {
        Memberships.Belonging belonging = areas.isEmpty()
                ? new Memberships.Belonging((organisation, period) -> List.of(), Map.of())
                : belonging(found);
        Rollup rollup = new Rollup(versions.newest(), found, belonging.chains());
        return new Page(versions, found, rollup, belonging.levels());
    }

    private Memberships.Belonging belonging(List<Cell> found) {
        return memberships.above(
                found.stream().map(Cell::organisation).collect(Collectors.toSet()),
                found.stream().map(Cell::period).collect(Collectors.toSet()));
    }

    private static Period hull(List<Period> periods) {
        LocalDate start =
                periods.stream().map(Period::start).min(LocalDate::compareTo).orElseThrow();
        LocalDate end =
                periods.stream().map(Period::end).max(LocalDate::compareTo).orElseThrow();
        return new Period(start, end);
    }

    private static List<Period> endsOfReportingPeriods(Period within) {
        List<Period> months = within.months();
        return months.isEmpty() ? List.of(within) : months;
    }

    private static FigureAssembly.Draft shown(
            IndicatorDefinition definition, FigureId id, Total total, Audience audience) {
        DisclosedValue value = Valuation.of(
                definition,
                disclosed(total.numerator(), total.exact().numerator(), definition, id, total, audience),
                total.denominator()
                        .map(count -> disclosed(
                                count, total.exact().denominator().orElse(0), definition, id, total, audience)),
                total.exact().expected());
        Coverage coverage =
                new Coverage(total.periods(), expectedPeriods(definition, id.period()), total.organisations());
        return new FigureAssembly.Draft(id, definition, value, coverage, Optional.of(total));
    }

    private static DisclosedCount disclosed(
            PublicCount published,
            long exact,
            IndicatorDefinition definition,
            FigureId id,
            Total total,
            Audience audience) {
        boolean own = total.latest().organisation().equals(id.organisation());
        boolean seesExact = definition.disclosure() == DisclosureRule.NONE
                || audience.seesExactTotals()
                || (own && audience.seesExactCountOf(id.organisation()));
        return seesExact ? new DisclosedCount.Exact(exact) : published.shown();
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

        private Page(Catalogue.Versions versions, List<Cell> held, Rollup rollup, Map<String, Level> levels) {
            this.versions = versions;
            this.held = held;
            this.rollup = rollup;
            this.levels = levels;
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

        /** Those who have sent the indicator around a period: in it, or both in the year before it or later. */
        Set<String> senders(Period period) {
            Map<String, Span> spans = cells.spans(versions.newest().id(), Set.of());
            return spans.entrySet().stream()
                    .filter(entry -> !entry.getValue().start().isAfter(period.end())
                            && !entry.getValue().end().isBefore(period.start().minusYears(1)))
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
                    id, definition, DisclosedValue.Withheld.because(reason), coverage, Optional.empty());
        }
    }
}
