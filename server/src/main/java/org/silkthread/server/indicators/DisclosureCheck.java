package org.silkthread.server.indicators;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.disclosure.DisclosureRule;
import org.silkthread.server.disclosure.Examination;
import org.silkthread.server.disclosure.Examinations;
import org.silkthread.server.disclosure.Exposure;
import org.silkthread.server.indicators.rollup.Cell;
import org.silkthread.server.indicators.rollup.Rollup;
import org.silkthread.server.indicators.store.CellTable;
import org.silkthread.server.indicators.store.CutTable;
import org.silkthread.server.indicators.store.Memberships;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Attacks figures before they are signed: with their own numbers, with everything on the pages about the same counts (by
 * month, quarter and year; by organisation, area and country), and with all earlier cuts.
 */
@Component
@Transactional(readOnly = true)
public class DisclosureCheck {

    private final Catalogue catalogue;
    private final CellTable cells;
    private final CutTable cuts;
    private final Memberships memberships;
    private final Directory directory;
    private final Examinations examinations;

    DisclosureCheck(
            Catalogue catalogue,
            CellTable cells,
            CutTable cuts,
            Memberships memberships,
            Directory directory,
            Examinations examinations) {
        this.catalogue = catalogue;
        this.cells = cells;
        this.cuts = cuts;
        this.memberships = memberships;
        this.directory = directory;
        this.examinations = examinations;
    }

    /** What an attack finds on figures as they are now, before they are frozen. */
    public Examination of(Collection<FigureId> figures) {
        return examine(figures, Optional.empty());
    }

    /**
     * What an attack finds on the figures of a cut, as they were frozen.
     *
     * @throws IllegalArgumentException if there is no such cut
     */
    public Examination ofCut(UUID id) {
        CutTable.Kept cut = cuts.find(id).orElseThrow(() -> new IllegalArgumentException("There is no cut " + id));
        List<FigureId> figures = FrozenCut.read(cut.content()).figures().stream()
                .map(frozen -> FigureId.parse(frozen.figure()))
                .toList();
        return examine(figures, Optional.of(cut));
    }

    private Examination examine(Collection<FigureId> figures, Optional<CutTable.Kept> cut) {
        Map<String, Set<FigureId>> byIndicator =
                figures.stream().collect(Collectors.groupingBy(FigureId::indicator, TreeMap::new, Collectors.toSet()));
        Map<String, Catalogue.Versions> versions = catalogue.versions(byIndicator.keySet());
        List<Exposure> exposures = new ArrayList<>();
        byIndicator.forEach((indicator, wanted) -> Optional.ofNullable(versions.get(indicator))
                .map(Catalogue.Versions::newest)
                .filter(definition -> definition.disclosure() != DisclosureRule.NONE)
                .ifPresent(definition -> exposures.add(exposure(definition, new TreeSet<>(wanted), cut))));
        return examinations.of(exposures);
    }

    private Exposure exposure(
            IndicatorDefinition definition, Set<FigureId> wanted, Optional<CutTable.Kept> examinedCut) {
        Period years = years(wanted);
        List<Cell> held = cells.cells(Set.of(definition.id()), years);
        Set<String> organisations = held.stream().map(Cell::organisation).collect(Collectors.toSet());
        Memberships.Belonging belonging = memberships.above(organisations, years);
        Rollup rollup = new Rollup(definition, held, belonging.chains());
        Set<Cell> examined = new HashSet<>();
        wanted.forEach(figure -> examined.addAll(examinedCut
                .map(cut -> then(rollup, figure, cut.createdAt()))
                .orElseGet(() -> rollup.parts(figure.organisation(), figure.period()))));
        ExposedCounts exposed = new ExposedCounts(definition, rollup, examined, names(organisations, belonging));
        exposed.addPages(years);
        if (examinedCut.isEmpty()) {
            wanted.forEach(figure -> addLive(exposed, rollup, figure));
        }
        for (CutTable.Kept cut : cuts.ofIndicator(definition.id())) {
            boolean isExamined = examinedCut.filter(cut::equals).isPresent();
            for (FrozenFigure frozen : FrozenCut.read(cut.content()).figures()) {
                FigureId figure = FigureId.parse(frozen.figure());
                if (figure.indicator().equals(definition.id()) && years.contains(figure.period())) {
                    List<Cell> parts = then(rollup, figure, cut.createdAt());
                    exposed.addFrozen(cut.title(), frozen, parts);
                    if (isExamined) {
                        addFrozen(exposed, figure, frozen, parts);
                    }
                }
            }
        }
        return exposed.exposure();
    }

    private Function<String, String> names(Set<String> organisations, Memberships.Belonging belonging) {
        Set<String> places = new HashSet<>(organisations);
        places.addAll(belonging.levels().keySet());
        Map<String, Organisation> known = directory.findAll(places);
        return code ->
                Optional.ofNullable(known.get(code)).map(Organisation::name).orElse(code);
    }

    private static void addLive(ExposedCounts exposed, Rollup rollup, FigureId figure) {
        rollup.total(figure.organisation(), figure.period())
                .ifPresent(total -> exposed.addExamined(
                        figure,
                        rollup.parts(figure.organisation(), figure.period()),
                        total.exact(),
                        total.numerator(),
                        total.denominator()));
    }

    private static void addFrozen(ExposedCounts exposed, FigureId figure, FrozenFigure frozen, List<Cell> parts) {
        frozen.held()
                .ifPresent(held -> exposed.addExamined(
                        figure,
                        parts,
                        held.exact(),
                        held.publicNumerator().count(),
                        held.publicDenominator().map(FrozenFigure.PublicForm::count)));
    }

    /** The cells of a figure as they were at an instant. */
    private List<Cell> then(Rollup rollup, FigureId figure, Instant at) {
        return rollup.parts(figure.organisation(), figure.period()).stream()
                .flatMap(cell -> cell.recordedAt().isAfter(at) ? before(cell, at).stream() : List.of(cell).stream())
                .toList();
    }

    private Optional<Cell> before(Cell cell, Instant at) {
        return cells.versions(cell.indicator(), cell.organisation(), cell.period()).stream()
                .filter(version -> !version.recordedAt().isAfter(at))
                .findFirst();
    }

    /** The whole financial years that figures lie in. */
    private static Period years(Set<FigureId> figures) {
        LocalDate start = figures.stream()
                .map(figure -> FinancialYear.of(figure.period().start()).start())
                .min(LocalDate::compareTo)
                .orElseThrow();
        LocalDate end = figures.stream()
                .map(figure -> FinancialYear.of(figure.period().end()).end())
                .max(LocalDate::compareTo)
                .orElseThrow();
        return new Period(start, end);
    }
}
