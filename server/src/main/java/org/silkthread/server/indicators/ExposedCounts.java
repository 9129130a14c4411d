package org.silkthread.server.indicators;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.disclosure.CountRange;
import org.silkthread.server.disclosure.Exposure;
import org.silkthread.server.disclosure.PublishedCount;
import org.silkthread.server.indicators.rollup.Cell;
import org.silkthread.server.indicators.rollup.Rollup;
import org.silkthread.server.indicators.rollup.Total;
import org.silkthread.server.web.Wording;

/**
 * Collects what is public about the counts of one indicator: each count, every sum on the pages, and what earlier cuts
 * showed of the same counts.
 */
final class ExposedCounts {

    private final IndicatorDefinition definition;
    private final Rollup rollup;
    private final Set<Cell> examined;
    private final Function<String, String> names;
    private final List<Exposure.Count> counts = new ArrayList<>();
    private final List<Exposure.Sum> sums = new ArrayList<>();
    private final List<Exposure.Total> totals = new ArrayList<>();
    private final List<Exposure.Group> groups = new ArrayList<>();
    private final Map<Key, Place> places = new HashMap<>();

    /** A cell in one of its versions. */
    private record Key(String organisation, Period period, Instant recordedAt) {

        static Key of(Cell cell) {
            return new Key(cell.organisation(), cell.period(), cell.recordedAt());
        }
    }

    /** Where the counts of a cell are in the exposure. */
    private record Place(int numerator, OptionalInt denominator) {}

    /**
     * @param rollup every cell of the indicator in the years that matter
     * @param examined the cells that the publication is about, in the version that it shows
     * @param names the name of a place by its code
     */
    ExposedCounts(IndicatorDefinition definition, Rollup rollup, Set<Cell> examined, Function<String, String> names) {
        this.definition = definition;
        this.rollup = rollup;
        this.examined = Set.copyOf(examined);
        this.names = names;
    }

    /** Everything on the pages of these years. */
    void addPages(Period years) {
        rollup.given().forEach(cell -> place(cell, ""));
        for (FigureId sum : rollup.sums(years)) {
            rollup.total(sum.organisation(), sum.period())
                    .ifPresent(total -> addSum(
                            describe(sum),
                            rollup.parts(sum.organisation(), sum.period()),
                            total.numerator(),
                            total.denominator()));
        }
    }

    /**
     * A figure of the publication. Where it adds up several cells and is hidden, it is a small count itself.
     *
     * @param parts the cells that it adds up
     */
    void addExamined(
            FigureId figure,
            List<Cell> parts,
            ExactCounts exact,
            PublishedCount numerator,
            Optional<PublishedCount> denominator) {
        if (parts.size() > 1) {
            boolean isOwn = parts.stream().allMatch(cell -> cell.organisation().equals(figure.organisation()));
            String owner = isOwn ? figure.organisation() : "total of " + figure.organisation();
            String name = describe(figure);
            hide(owner, name + ", numerator", exact.numerator(), numerator, numerators(parts));
            denominator.ifPresent(count ->
                    hide(owner, name + ", denominator", exact.denominator().orElse(0), count, denominators(parts)));
        }
    }

    private void hide(String owner, String name, long exact, PublishedCount published, List<Integer> parts) {
        if (published.hidden().isPresent()) {
            int total = add(owner, name + shown(published), exact, published, true);
            totals.add(new Exposure.Total(total, parts));
        }
    }

    /**
     * What an earlier cut showed.
     *
     * @param parts the cells that its figure added up, as they were then
     */
    void addFrozen(String title, FrozenFigure frozen, List<Cell> parts) {
        frozen.held().ifPresent(held -> {
            parts.forEach(cell -> place(cell, ", as it was before a correction"));
            addSum(
                    "the signed cut ‘" + title + "’, which has " + describe(FigureId.parse(frozen.figure())),
                    parts,
                    held.publicNumerator().count(),
                    held.publicDenominator().map(FrozenFigure.PublicForm::count));
        });
    }

    private void addSum(String name, List<Cell> parts, PublishedCount numerator, Optional<PublishedCount> denominator) {
        sums.add(new Exposure.Sum(name + ", numerator" + shown(numerator), numerators(parts), numerator.range()));
        denominator.ifPresent(count ->
                sums.add(new Exposure.Sum(name + ", denominator" + shown(count), denominators(parts), count.range())));
    }

    private List<Integer> numerators(List<Cell> parts) {
        return parts.stream().map(cell -> place(cell, "").numerator()).toList();
    }

    private List<Integer> denominators(List<Cell> parts) {
        return parts.stream()
                .flatMap(cell -> place(cell, "").denominator().stream().boxed())
                .toList();
    }

    private Place place(Cell cell, String note) {
        Place known = places.get(Key.of(cell));
        if (known == null) {
            known = add(cell, note);
            places.put(Key.of(cell), known);
        }
        return known;
    }

    private Place add(Cell cell, String note) {
        Total alone = new Rollup(definition, List.of(cell), (organisation, period) -> List.of())
                .total(cell.organisation(), cell.period())
                .orElseThrow();
        String name = describe(new FigureId(definition.id(), cell.organisation(), cell.period())) + note;
        boolean isExamined = examined.contains(cell);
        int numerator = add(
                cell.organisation(),
                name + ", numerator" + shown(alone.numerator()),
                cell.numerator(),
                alone.numerator(),
                isExamined);
        if (alone.denominator().isEmpty()) {
            return new Place(numerator, OptionalInt.empty());
        }
        PublishedCount published = alone.denominator().get();
        int denominator = add(
                cell.organisation(),
                name + ", denominator" + shown(published),
                cell.denominator().orElse(0),
                published,
                isExamined);
        if (definition.method() == Method.PROPORTION) {
            groups.add(new Exposure.Group(numerator, denominator));
        }
        return new Place(numerator, OptionalInt.of(denominator));
    }

    private int add(String owner, String name, long exact, PublishedCount published, boolean isExamined) {
        CountRange range = published.range();
        counts.add(new Exposure.Count(owner, name, exact, range, isExamined));
        return counts.size() - 1;
    }

    private String describe(FigureId figure) {
        return names.apply(figure.organisation()) + ", " + figure.period().label();
    }

    private static String shown(PublishedCount count) {
        return count.shown().isPresent()
                ? " (shown as " + Wording.count(count.shown().getAsLong()) + ")"
                : " (hidden)";
    }

    Exposure exposure() {
        return new Exposure(definition.title(), counts, sums, totals, groups);
    }
}
