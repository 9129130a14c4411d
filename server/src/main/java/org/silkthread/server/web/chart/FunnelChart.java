package org.silkthread.server.web.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.Table;
import org.silkthread.server.web.component.Table.Column;

/**
 * A funnel: organisations by their size, with the limits that chance alone would keep them within. Only a point outside
 * the 99.8% limits is called different.
 *
 * @param titles what it shows
 * @param form how its figures are written
 * @param better which way is better
 * @param counted what the denominator counts, in the plural, such as 'patients'
 * @param reference the level that the limits lie around, such as England's
 * @param points the organisations
 * @param limits the limits at rising denominators; may be empty. They come from figures that are shown
 */
public record FunnelChart(
        Titles titles,
        NumberForm form,
        Better better,
        String counted,
        Target reference,
        List<Point> points,
        List<Limits> limits)
        implements Chart {

    public FunnelChart {
        points = List.copyOf(points);
        limits = List.copyOf(limits);
        for (int i = 1; i < limits.size(); i++) {
            if (limits.get(i).denominator() <= limits.get(i - 1).denominator()) {
                throw new IllegalArgumentException("Limits stand at rising denominators");
            }
        }
    }

    /**
     * An organisation.
     *
     * @param name what people call it
     * @param reading its figure
     * @param counts the counts behind it
     * @param standing how it stands to the 99.8% limits; {@code NOT_COMPARED} when its figure is missing
     * @param highlighted whether the chart is about this one
     */
    public record Point(String name, Reading reading, Counts counts, Standing standing, boolean highlighted) {
        public Point {
            counts.mustNotGiveAway(reading);
            if (!reading.isKnown() && standing != Standing.NOT_COMPARED) {
                throw new IllegalArgumentException("What a hidden figure says is hidden too");
            }
        }

        /** Whether there is a place for it in the drawing. */
        boolean isPlotted() {
            return reading.isKnown() && counts.denominator().isKnown();
        }
    }

    /**
     * The limits for organisations of one size.
     *
     * @param denominator the size, above 0
     * @param lowerOuter the lower 99.8% limit
     * @param lowerInner the lower 95% limit
     * @param upperInner the upper 95% limit
     * @param upperOuter the upper 99.8% limit
     */
    public record Limits(
            double denominator, double lowerOuter, double lowerInner, double upperInner, double upperOuter) {
        public Limits {
            if (!(denominator > 0)
                    || !(lowerOuter <= lowerInner && lowerInner <= upperInner && upperInner <= upperOuter)) {
                throw new IllegalArgumentException("Limits lie inside one another, at a size above 0");
            }
        }
    }

    @Override
    public String svg(Canvas canvas) {
        return new FunnelDrawing(this, canvas).draw();
    }

    @Override
    public String sentence() {
        List<String> sentences = new ArrayList<>();
        points.stream().filter(Point::highlighted).forEach(point -> sentences.add(about(point)));
        List<Point> compared = points.stream()
                .filter(point -> point.standing() != Standing.NOT_COMPARED)
                .toList();
        long expected = compared.stream()
                .filter(point -> point.standing() == Standing.AS_EXPECTED)
                .count();
        sentences.add(
                Wording.count(expected) + " of " + Wording.counted(compared.size(), "organisation", "organisations")
                        + " compared " + (expected == 1 ? "is" : "are") + " as expected.");
        outside(Standing.HIGHER).ifPresent(sentences::add);
        outside(Standing.LOWER).ifPresent(sentences::add);
        if (points.stream().noneMatch(Point::highlighted)) {
            sentences.add(reference.name() + ": " + form.shown(reference.value()) + ".");
        }
        if (!better.words().isEmpty()) {
            sentences.add(better.words());
        }
        return String.join(" ", sentences)
                + Phrases.notShown(points.stream().map(Point::reading).toList());
    }

    private String about(Point point) {
        if (!point.reading().isKnown()) {
            return point.name() + ": " + Phrases.inSentence(point.reading().words(form)) + ".";
        }
        String counts = point.counts().areKnown() ? point.counts().words() + " " + counted + ", " : "";
        return point.name() + ": " + Phrases.inSentence(point.standing().words()) + ". " + counts
                + point.reading().words(form) + "; " + reference.name() + " " + form.shown(reference.value()) + ".";
    }

    private Optional<String> outside(Standing standing) {
        List<String> names = points.stream()
                .filter(point -> point.standing() == standing && !point.highlighted())
                .map(Point::name)
                .toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String who = names.size() > 5 ? Wording.count(names.size()) + " organisations" : Wording.list(names);
        return Optional.of(Phrases.capital(standing.words()) + ": " + who + ".");
    }

    @Override
    public Table table() {
        List<Column> columns = List.of(
                Column.words("Organisation"),
                Column.numbers("Numerator"),
                Column.numbers("Denominator"),
                form.column("Figure"),
                Column.words("Compared with " + reference.name()));
        return new Table(
                titles.subtitle(),
                columns,
                Stream.concat(points.stream().map(this::row), Stream.of(referenceRow()))
                        .toList());
    }

    private List<Cell> row(Point point) {
        return Table.row(
                Cell.words(point.name()),
                point.counts().numerator().cell(NumberForm.COUNT),
                point.counts().denominator().cell(NumberForm.COUNT),
                point.reading().cell(form),
                point.standing() == Standing.NOT_COMPARED
                        ? Cell.absent(point.standing().words())
                        : Cell.words(point.standing().words()));
    }

    private List<Cell> referenceRow() {
        Cell none = Cell.absent("Not applicable");
        return Table.row(Cell.words(reference.name()), none, none, form.cell(reference.value()), none);
    }
}
