package org.silkthread.server.accounts.web;

import java.util.List;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.Mark;
import org.silkthread.server.indicators.reading.FigureWords;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.Table;
import org.silkthread.server.web.component.Table.Column;

/** Figures as a table, one row each, with all that a figure must carry. */
final class FigureTable {

    private static final String NOT_EXAMINED = "Not examined";

    private FigureTable() {}

    static Table of(String caption, List<Figure> figures) {
        return new Table(
                caption,
                List.of(
                        Column.words("Indicator"),
                        Column.numbers("Figure"),
                        Column.words("Regulator"),
                        Column.words("Likely range (95%)"),
                        Column.words("Based on"),
                        Column.words("Standard"),
                        Column.words("Period and source")),
                figures.stream().map(FigureTable::row).toList());
    }

    private static List<Cell> row(Figure figure) {
        return Table.row(
                Cell.link(figure.definition().title(), href(figure)),
                figure.shown().isPresent()
                        ? Cell.figure(FigureWords.value(figure), FigureWords.value(figure))
                        : Cell.absent(FigureWords.whyNot(figure).orElse(FigureWords.value(figure))),
                marks(figure.marks()),
                Cell.words(FigureWords.interval(figure)),
                Cell.words(FigureWords.base(figure)),
                Cell.words(StandardReached.words(figure)),
                Cell.words(period(figure) + ". " + source(figure)));
    }

    /** The figure's own page, where every strand of its thread starts. */
    static String href(Figure figure) {
        return "/figures/" + figure.id().code();
    }

    static String period(Figure figure) {
        String words = figure.id().period().label();
        return figure.coverage().isComplete()
                ? words
                : words + " ("
                        + figure.coverage()
                                .words(figure.definition().collection().frequency()) + ")";
    }

    static String source(Figure figure) {
        return figure.source().map(source -> source.publication()).orElse("No source: nothing was received");
    }

    /** The figures that a body with standing has said something about, each with the mark. */
    static Table marked(String caption, List<Figure> figures) {
        return new Table(
                caption,
                List.of(Column.words("Indicator"), Column.words("Mark")),
                figures.stream()
                        .map(figure ->
                                Table.row(Cell.link(figure.definition().title(), href(figure)), marks(figure.marks())))
                        .toList());
    }

    private static Cell marks(List<Mark> marks) {
        if (marks.isEmpty()) {
            return Cell.words(NOT_EXAMINED);
        }
        Mark mark = marks.getFirst();
        return Cell.link(mark.label(), mark.href());
    }

    /** The marks in words for a file. */
    static String markWords(Figure figure) {
        return figure.marks().isEmpty()
                ? NOT_EXAMINED
                : figure.marks().stream().map(Mark::label).collect(java.util.stream.Collectors.joining("; "));
    }
}
