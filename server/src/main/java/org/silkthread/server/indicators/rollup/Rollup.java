package org.silkthread.server.indicators.rollup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.disclosure.Disclosure;
import org.silkthread.server.disclosure.DisclosureRule;
import org.silkthread.server.disclosure.Parts;
import org.silkthread.server.disclosure.PublishedCount;
import org.silkthread.server.disclosure.Reach;
import org.silkthread.server.disclosure.SmallNumbers;
import org.silkthread.server.indicators.ExactCounts;
import org.silkthread.server.indicators.FigureId;
import org.silkthread.server.indicators.IndicatorDefinition;
import org.silkthread.server.indicators.Method;

/**
 * Sums the cells of one indicator over places and time and works out what may be published of each sum. A cell counts in
 * the areas that its organisation lay in at the end of the cell's own period, so a year is always the sum of its months,
 * also where an organisation has moved.
 *
 * <p>What is published of a sum takes into account every way in which it is published in parts: the cells, the months and
 * quarters of the same place, and the places one level below in the same period.
 */
public final class Rollup {

    /** The code of the country as a whole. */
    public static final String COUNTRY = "ENG";

    private record Node(String place, Period period) {}

    /** The published parts of a numerator and of a denominator. */
    private record Split(Parts numerator, Parts denominator) {

        static final Split NONE = new Split(Parts.NONE, Parts.NONE);

        Split plus(Published part) {
            return new Split(
                    numerator.plus(part.numerator().range()),
                    part.denominator()
                            .map(count -> denominator.plus(count.range()))
                            .orElse(denominator));
        }
    }

    private record Published(PublishedCount numerator, Optional<PublishedCount> denominator) {}

    private final IndicatorDefinition definition;
    private final Chains chains;
    private final Map<String, Map<Period, List<Cell>>> cells = new HashMap<>();
    private final Map<Node, Published> published = new HashMap<>();
    private final Map<Cell, Published> ofCells = new IdentityHashMap<>();

    /**
     * @param definition says how the counts belong together
     * @param cells every cell of the indicator in the places and periods that will be asked for
     * @param chains where organisations belong
     */
    public Rollup(IndicatorDefinition definition, Collection<Cell> cells, Chains chains) {
        this.definition = definition;
        this.chains = chains;
        for (Cell cell : cells) {
            put(cell.organisation(), cell);
            for (String area : chains.of(cell.organisation(), cell.period())) {
                put(area, cell);
            }
        }
    }

    private void put(String place, Cell cell) {
        cells.computeIfAbsent(place, key -> new HashMap<>())
                .computeIfAbsent(cell.period(), key -> new ArrayList<>())
                .add(cell);
    }

    /** Every cell that was given, once. */
    public List<Cell> given() {
        return cells.values().stream()
                .flatMap(ofPlace -> ofPlace.values().stream())
                .flatMap(List::stream)
                .distinct()
                .sorted(Comparator.comparing(Cell::organisation).thenComparing(Cell::period))
                .toList();
    }

    /** The cells that a figure of a place in a period adds up. */
    public List<Cell> parts(String place, Period period) {
        return List.copyOf(cellsOf(place, period));
    }

    /** The figures that are more than a cell by itself: of areas, and of quarters and years within a stretch of time. */
    public List<FigureId> sums(Period within) {
        List<FigureId> sums = new ArrayList<>();
        cells.forEach((place, ofPlace) -> {
            Set<Period> periods = new TreeSet<>(ofPlace.keySet());
            for (Period base : ofPlace.keySet()) {
                quarterOf(base).ifPresent(periods::add);
                periods.add(FinancialYear.of(base.start()).period());
            }
            for (Period period : periods) {
                if (within.contains(period) && !isCell(place, period, cellsOf(place, period))) {
                    sums.add(new FigureId(definition.id(), place, period));
                }
            }
        });
        return sums;
    }

    private static boolean isCell(String place, Period period, List<Cell> parts) {
        return parts.size() == 1
                && parts.getFirst().organisation().equals(place)
                && parts.getFirst().period().equals(period);
    }

    /** The sum over the cells of a place that lie in a period; nothing when there are none. */
    public Optional<Total> total(String place, Period period) {
        List<Cell> parts = cellsOf(place, period);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        ExactCounts sums = Sums.of(parts);
        Published counts =
                definition.disclosure() == DisclosureRule.NONE ? asItIs(sums) : published(new Node(place, period));
        Cell latest = parts.getFirst();
        for (Cell cell : parts) {
            latest = cell.recordedAt().isAfter(latest.recordedAt()) ? cell : latest;
        }
        return Optional.of(new Total(
                sums,
                counts.numerator(),
                counts.denominator(),
                (int) parts.stream().map(Cell::period).distinct().count(),
                (int) parts.stream().map(Cell::organisation).distinct().count(),
                latest));
    }

    private Published asItIs(ExactCounts sums) {
        return new Published(
                Disclosure.asItIs(sums.numerator(), definition.disclosure()),
                definition.hasDenominator()
                        ? Optional.of(Disclosure.asItIs(sums.denominator().orElse(0), definition.disclosure()))
                        : Optional.empty());
    }

    private List<Cell> cellsOf(String place, Period period) {
        Map<Period, List<Cell>> ofPlace = cells.getOrDefault(place, Map.of());
        List<Cell> exact = ofPlace.get(period);
        if (exact != null) {
            return exact;
        }
        if (period.kind() == Period.Kind.DAYS) {
            // Sums over stretches of anybody's choice would overlap, and overlapping sums give their parts away.
            return List.of();
        }
        List<Cell> inside = new ArrayList<>();
        ofPlace.forEach((base, some) -> {
            if (period.contains(base)) {
                inside.addAll(some);
            }
        });
        return inside;
    }

    private Published published(Node node) {
        Published known = published.get(node);
        if (known == null) {
            known = publish(node, cellsOf(node.place(), node.period()));
            published.put(node, known);
        }
        return known;
    }

    private Published publish(Node node, List<Cell> parts) {
        Cell first = parts.getFirst();
        if (isCell(node.place(), node.period(), parts)) {
            return ofCells.computeIfAbsent(first, this::cell);
        }
        List<Split> splits = new ArrayList<>();
        splits.add(sumOfCells(parts));
        splitByTime(node, parts, splits);
        splitByPlace(node, parts, splits);
        Reach reach = node.place().equals(COUNTRY) ? Reach.NATIONAL : Reach.BELOW_NATIONAL;
        long numerator = parts.stream().mapToLong(Cell::numerator).sum();
        List<Parts> numeratorParts = splits.stream().map(Split::numerator).toList();
        if (!definition.hasDenominator()) {
            return new Published(SmallNumbers.total(numerator, numeratorParts, reach), Optional.empty());
        }
        PublishedCount denominator = SmallNumbers.total(
                parts.stream().mapToLong(cell -> cell.denominator().orElse(0)).sum(),
                splits.stream().map(Split::denominator).toList(),
                reach);
        boolean hidden = denominator.shown().isEmpty();
        return new Published(
                hidden ? SmallNumbers.hidden(numeratorParts) : SmallNumbers.total(numerator, numeratorParts, reach),
                Optional.of(denominator));
    }

    private Published cell(Cell cell) {
        PublishedCount numerator = SmallNumbers.cell(cell.numerator());
        if (!definition.hasDenominator()) {
            return new Published(numerator, Optional.empty());
        }
        PublishedCount denominator = SmallNumbers.cell(cell.denominator().orElse(0));
        boolean hidden = denominator.shown().isEmpty();
        // Of a hidden group nothing is said, not even that nobody in it was counted.
        return new Published(
                hidden && definition.method() == Method.PROPORTION ? SmallNumbers.within(denominator) : numerator,
                Optional.of(denominator));
    }

    private void splitByTime(Node node, List<Cell> parts, List<Split> splits) {
        Set<Period> bases = new LinkedHashSet<>();
        parts.forEach(cell -> bases.add(cell.period()));
        bases.remove(node.period());
        if (bases.isEmpty()) {
            return;
        }
        splits.add(sum(bases.stream().map(base -> new Node(node.place(), base)).toList()));
        if (node.period().kind() == Period.Kind.FINANCIAL_YEAR) {
            Set<Period> quarters = new LinkedHashSet<>();
            bases.forEach(base -> quarterOf(base).ifPresent(quarters::add));
            boolean all = bases.stream().allMatch(base -> quarterOf(base).isPresent());
            if (all && !quarters.equals(bases)) {
                splits.add(sum(quarters.stream()
                        .map(quarter -> new Node(node.place(), quarter))
                        .toList()));
            }
        }
    }

    private static Optional<Period> quarterOf(Period base) {
        return FinancialYear.of(base.start()).quarters().stream()
                .filter(quarter -> quarter.contains(base))
                .findFirst();
    }

    /** Only where the places below hold the same cells: an area that moved during a year is not a part of the year. */
    private void splitByPlace(Node node, List<Cell> parts, List<Split> splits) {
        Set<String> children = new LinkedHashSet<>();
        for (Cell cell : parts) {
            childOf(node.place(), cell).ifPresent(children::add);
        }
        List<Node> nodes =
                children.stream().map(child -> new Node(child, node.period())).toList();
        // Every cell here lies in its child, so the children hold the same cells if they hold as many.
        int below = nodes.stream()
                .mapToInt(child -> cellsOf(child.place(), child.period()).size())
                .sum();
        if (!nodes.isEmpty() && below == parts.size()) {
            splits.add(sum(nodes));
        }
    }

    private Optional<String> childOf(String place, Cell cell) {
        if (cell.organisation().equals(place)) {
            return Optional.empty();
        }
        String child = cell.organisation();
        for (String area : chains.of(cell.organisation(), cell.period())) {
            if (area.equals(place)) {
                return Optional.of(child);
            }
            child = area;
        }
        return Optional.empty();
    }

    private Split sumOfCells(List<Cell> parts) {
        Split split = Split.NONE;
        for (Cell cell : parts) {
            split = split.plus(ofCells.computeIfAbsent(cell, this::cell));
        }
        return split;
    }

    private Split sum(List<Node> nodes) {
        Split split = Split.NONE;
        for (Node node : nodes) {
            split = split.plus(published(node));
        }
        return split;
    }
}
