package org.silkthread.server.web.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.silkthread.server.web.chart.XmrChart.Phase;
import org.silkthread.server.web.chart.XmrChart.Point;
import org.silkthread.server.web.component.Cell;
import org.silkthread.server.web.component.Table;
import org.silkthread.server.web.component.Table.Column;

/** What an {@link XmrChart} says in words and as a table. */
final class XmrWords {

    private static final String NO_LIMITS = "No limits";

    private XmrWords() {}

    static String sentence(XmrChart chart) {
        List<String> sentences = new ArrayList<>();
        sentences.add(chart.lastKnown().map(index -> latest(chart, index)).orElse("No figure can be shown."));
        if (!chart.phases().isEmpty() || chart.variation() == Variation.TOO_MANY_HIDDEN) {
            sentences.add(chart.variation().words() + ": "
                    + Phrases.inSentence(chart.variation().detail()) + ".");
        }
        chart.lastKnown().flatMap(chart::phaseAt).ifPresent(phase -> sentences.add(limits(chart.form(), phase)));
        chart.target().ifPresent(target -> sentences.add(standard(chart, target)));
        chart.changes()
                .forEach(change -> sentences.add("Change " + change.number() + ", "
                        + chart.points().get(change.index()).moment().words() + ": "
                        + Phrases.sentence(change.words())));
        return String.join(" ", sentences)
                + Phrases.notShown(chart.points().stream().map(Point::reading).toList());
    }

    private static String latest(XmrChart chart, int index) {
        Point point = chart.points().get(index);
        String counts = point.counts()
                .filter(Counts::areKnown)
                .map(known -> " (" + known.words() + ")")
                .orElse("");
        return point.moment().words() + ": " + point.reading().words(chart.form()) + counts + ".";
    }

    private static String limits(NumberForm form, Phase phase) {
        return "The average is " + form.brief(phase.centre()) + " and the expected range "
                + form.range(phase.lower(), phase.upper()) + ".";
    }

    private static String standard(XmrChart chart, Target target) {
        String level = chart.form().shown(target.value());
        return switch (chart.assurance()) {
            case MEETS, MISSES, HIT_OR_MISS -> chart.assurance().words() + " of " + level + ".";
            case NO_STANDARD, TOO_FEW_POINTS, TOO_MANY_HIDDEN -> target.name() + ": " + level + ".";
        };
    }

    static Table table(XmrChart chart) {
        boolean counted =
                chart.points().stream().anyMatch(point -> point.counts().isPresent());
        List<Column> columns = new ArrayList<>();
        columns.add(Column.words("Period"));
        if (counted) {
            columns.add(Column.numbers("Numerator"));
            columns.add(Column.numbers("Denominator"));
        }
        columns.add(chart.form().column("Figure"));
        columns.add(chart.form().column("Average"));
        columns.add(chart.form().column("Lower limit"));
        columns.add(chart.form().column("Upper limit"));
        columns.add(Column.words("What it shows"));
        chart.target().ifPresent(target -> columns.add(chart.form().column(target.name())));
        if (!chart.changes().isEmpty()) {
            columns.add(Column.words("Change made"));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < chart.points().size(); i++) {
            rows.add(row(chart, i, counted));
        }
        return new Table(chart.titles().subtitle(), columns, rows);
    }

    private static List<Cell> row(XmrChart chart, int index, boolean counted) {
        Point point = chart.points().get(index);
        NumberForm form = chart.form();
        Optional<Phase> phase = chart.phaseAt(index);
        List<Cell> row = new ArrayList<>();
        row.add(Cell.words(point.moment().words()));
        if (counted) {
            Counts counts = point.counts().orElse(Counts.missing("Not applicable"));
            row.add(counts.numerator().cell(NumberForm.COUNT));
            row.add(counts.denominator().cell(NumberForm.COUNT));
        }
        row.add(point.reading().cell(form));
        row.add(phase.map(p -> form.cell(p.centre())).orElse(Cell.absent(NO_LIMITS)));
        row.add(phase.map(p -> form.cell(p.lower())).orElse(Cell.absent(NO_LIMITS)));
        row.add(phase.map(p -> form.cell(p.upper())).orElse(Cell.absent(NO_LIMITS)));
        row.add(shows(chart, index));
        chart.target().ifPresent(target -> row.add(form.cell(target.value())));
        if (!chart.changes().isEmpty()) {
            row.add(changes(chart, index));
        }
        return row;
    }

    private static Cell changes(XmrChart chart, int index) {
        String words = chart.changesAt(index).stream()
                .map(change -> change.number() + ": " + change.words())
                .collect(Collectors.joining("; "));
        return Cell.words(words.isEmpty() ? "None" : words);
    }

    private static Cell shows(XmrChart chart, int index) {
        Point point = chart.points().get(index);
        boolean limitsBeginHere =
                index > 0 && chart.phases().stream().skip(1).anyMatch(phase -> phase.first() == index);
        String newLimits = limitsBeginHere ? ". New limits from here" : "";
        return point.reading().isKnown()
                ? Cell.words((chart.phaseAt(index).isPresent() ? point.mark().words() : NO_LIMITS) + newLimits)
                : Cell.absent("Not shown" + newLimits);
    }
}
