package org.silkthread.server.indicators.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.silkthread.server.indicators.Figure;
import org.silkthread.server.indicators.Mark;
import org.silkthread.server.indicators.reading.FigureWords;
import org.silkthread.server.indicators.reading.PeerFunnel;
import org.silkthread.server.web.chart.NumberForm;
import org.silkthread.server.web.chart.Reading;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.Table;

/** Figures of several organisations as a table: in alphabetical order, with base and interval, and never ranked. */
public final class PeerTable {

    private PeerTable() {}

    /** The figures that were compared, each with how it stands. */
    public static Table of(String caption, List<Figure> figures, PeerFunnel peers) {
        boolean standardised =
                figures.stream().anyMatch(figure -> figure.definition().isStandardised());
        boolean marked = figures.stream().anyMatch(figure -> !figure.marks().isEmpty());
        List<Table.Column> columns = new ArrayList<>(List.of(
                Table.Column.words("Organisation"),
                Table.Column.numbers("Figure"),
                Table.Column.words("Compared with the average"),
                Table.Column.numbers("Likely range"),
                Table.Column.numbers("Numerator"),
                Table.Column.numbers(standardised ? "Expected" : "Denominator")));
        if (marked) {
            columns.add(Table.Column.words("Marks"));
        }
        List<List<Cell>> rows = figures.stream()
                .sorted(Comparator.comparing(Figure::organisationName, String.CASE_INSENSITIVE_ORDER))
                .map(figure -> row(figure, peers, marked))
                .toList();
        return new Table(caption, columns, rows);
    }

    private static List<Cell> row(Figure figure, PeerFunnel peers, boolean marked) {
        NumberForm form = FigureWords.form(figure.definition());
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.link(figure.organisationName(), "/figures/" + figure.id().code()));
        cells.add(FigureWords.reading(figure).cell(form));
        cells.add(Cell.words(peers.verdict(figure).words()));
        cells.add(
                figure.shown().isPresent()
                        ? Cell.words(FigureWords.interval(figure))
                        : Cell.absent(FigureWords.value(figure)));
        cells.add(FigureWords.counts(figure)
                .map(counts -> counts.numerator().cell(NumberForm.COUNT))
                .orElseGet(() -> onlyCount(figure)));
        cells.add(FigureWords.counts(figure)
                .map(counts -> counts.denominator().cell(NumberForm.COUNT))
                .orElseGet(() -> expected(figure)));
        if (marked) {
            String marks = figure.marks().stream().map(Mark::label).collect(Collectors.joining(", "));
            cells.add(Cell.words(marks.isEmpty() ? "None" : marks));
        }
        return cells;
    }

    private static Cell expected(Figure figure) {
        return figure.shown()
                .filter(shown -> shown.expected().isPresent())
                .map(shown -> Reading.of(shown.expected().getAsDouble()).cell(NumberForm.plain(1)))
                .orElse(Cell.absent(FigureWords.NOT_APPLICABLE));
    }

    private static Cell onlyCount(Figure figure) {
        return figure.shown()
                .map(shown -> Reading.of(shown.numeratorShown()).cell(NumberForm.COUNT))
                .orElseGet(() -> Cell.absent(FigureWords.value(figure)));
    }
}
