package org.silkthread.server.web.chart;

import java.util.List;
import org.silkthread.server.web.Wording;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.Table;
import org.silkthread.server.web.component.Table.Column;

/**
 * A proportion as people can picture it: 8 in 100 people, drawn as 100 people of whom 8 are filled in. A proportion too
 * small for 100 is drawn out of 1,000.
 *
 * @param titles what it shows
 * @param proportion from 0 to 1, or why it is not shown
 * @param people who is counted, in the plural, such as 'patients'
 * @param affected what is true of those filled in, such as 'had an infection'
 */
public record IconArray(Titles titles, Reading proportion, String people, String affected) implements Chart {

    private static final int HUNDRED = 100;
    private static final int THOUSAND = 1000;

    public IconArray {
        if (proportion instanceof Reading.Known(double value) && (value < 0 || value > 1)) {
            throw new IllegalArgumentException("A proportion lies between 0 and 1");
        }
    }

    /** '8 in 100'. */
    private record Natural(int some, int all, boolean fewer) {
        static Natural of(double proportion) {
            if (proportion == 0 || Math.round(proportion * HUNDRED) >= 1) {
                return new Natural((int) Math.round(proportion * HUNDRED), HUNDRED, false);
            }
            long inThousand = Math.round(proportion * THOUSAND);
            return inThousand >= 1 ? new Natural((int) inThousand, THOUSAND, false) : new Natural(1, THOUSAND, true);
        }
    }

    @Override
    public String svg(Canvas canvas) {
        return switch (proportion) {
            case Reading.Known(double value) -> draw(canvas, Natural.of(value));
            case Reading.Missing missing -> new Svg("icons", 1, 1, canvas.textSize()).end();
        };
    }

    private static String draw(Canvas canvas, Natural natural) {
        boolean many = natural.all() == THOUSAND;
        int perRow = many ? (canvas.isNarrow() ? 25 : 50) : (canvas.isNarrow() ? 10 : 20);
        double width = canvas.isNarrow() ? 320 : 560;
        double cell = width / perRow;
        double height = many ? cell : cell * 1.35;
        Svg svg = new Svg("icons", width, height * natural.all() / perRow, canvas.textSize());
        for (int i = 0; i < natural.all(); i++) {
            boolean filled = !natural.fewer() && i < natural.some();
            double x = (i % perRow + 0.5) * cell;
            double y = (i / perRow) * height;
            if (many) {
                svg.circle(filled ? Ink.BETTER : Ink.EMPTY, x, y + height / 2, cell * 0.36);
            } else {
                person(svg, filled ? Ink.BETTER : Ink.EMPTY, x, y + height * 0.08, cell * 0.72);
            }
        }
        return svg.end();
    }

    /** A head above a body with round shoulders. */
    private static void person(Svg svg, Ink ink, double x, double top, double width) {
        double head = width * 0.26;
        double shoulders = top + head * 2 + width * 0.1;
        double half = width / 2;
        double bottom = shoulders + width * 0.72;
        svg.circle(ink, x, top + head, head);
        svg.path(
                ink,
                "M" + Svg.number(x - half) + " " + Svg.number(bottom) + "v"
                        + Svg.number(-(bottom - shoulders - half * 0.8))
                        + "a" + Svg.number(half) + " " + Svg.number(half * 0.8) + " 0 0 1 " + Svg.number(width) + " 0v"
                        + Svg.number(bottom - shoulders - half * 0.8) + "z");
    }

    @Override
    public String sentence() {
        return switch (proportion) {
            case Reading.Known(double value) -> {
                Natural natural = Natural.of(value);
                yield (natural.fewer() ? "Fewer than " : "") + Wording.count(natural.some()) + " in "
                        + Wording.count(natural.all()) + " " + people + " " + affected + ".";
            }
            case Reading.Missing(String reason) -> reason + ".";
        };
    }

    @Override
    public Table table() {
        Column who = Column.words(Phrases.capital(people));
        return switch (proportion) {
            case Reading.Known(double value) -> {
                Natural natural = Natural.of(value);
                yield natural.fewer()
                        ? new Table(
                                titles.subtitle(),
                                List.of(who, Column.words("Number")),
                                List.of(Table.row(
                                        Cell.words(Phrases.capital(affected)), Cell.words("Fewer than 1 in 1,000"))))
                        : new Table(
                                titles.subtitle(),
                                List.of(who, Column.numbers("Number in " + Wording.count(natural.all()))),
                                List.of(
                                        Table.row(
                                                Cell.words(Phrases.capital(affected)),
                                                NumberForm.COUNT.cell(natural.some())),
                                        Table.row(
                                                Cell.words("Others"),
                                                NumberForm.COUNT.cell(natural.all() - natural.some()))));
            }
            case Reading.Missing(String reason) ->
                new Table(
                        titles.subtitle(),
                        List.of(who, Column.words("Number")),
                        List.of(Table.row(Cell.words(Phrases.capital(affected)), Cell.absent(reason))));
        };
    }
}
