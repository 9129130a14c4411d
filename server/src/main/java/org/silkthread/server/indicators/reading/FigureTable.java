package org.silkthread.server.indicators.reading;

import java.util.List;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.FigureSource;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.Table;

/** Figures of several indicators or places as one table, each with all that is needed to judge it. */
public final class FigureTable {

    private FigureTable() {}

    /** One row for each figure, in the given order; the first cell leads to the figure's page. */
    public static Table of(String caption, List<Figure> figures) {
        return new Table(
                caption,
                List.of(
                        Table.Column.words("Measure"),
                        Table.Column.words("Place"),
                        Table.Column.words("Period"),
                        Table.Column.numbers("Result"),
                        Table.Column.numbers("Counts"),
                        Table.Column.numbers("Likely range"),
                        Table.Column.words("Source")),
                figures.stream().map(FigureTable::row).toList());
    }

    private static List<Cell> row(Figure figure) {
        String source = figure.source().map(FigureSource::publication).orElse("No data");
        Cell measure =
                Cell.link(figure.definition().title(), "/figures/" + figure.id().code());
        Cell place = Cell.words(figure.organisationName());
        Cell period = Cell.words(figure.id().period().label());
        return FigureWords.whyNot(figure)
                .map(why -> Table.row(
                        measure,
                        place,
                        period,
                        Cell.absent(why),
                        Cell.absent(FigureWords.base(figure)),
                        Cell.absent(FigureWords.interval(figure)),
                        Cell.words(source)))
                .orElseGet(() -> Table.row(
                        measure,
                        place,
                        period,
                        Cell.words(FigureWords.value(figure)),
                        Cell.words(FigureWords.base(figure)),
                        Cell.words(FigureWords.interval(figure)),
                        Cell.words(source)));
    }
}
