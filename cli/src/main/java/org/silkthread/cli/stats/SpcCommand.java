package org.silkthread.cli.stats;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.silkthread.cli.table.Column;
import org.silkthread.cli.table.CsvOutput;
import org.silkthread.cli.table.Row;
import org.silkthread.cli.table.Table;
import org.silkthread.methods.spc.AssuranceIcon;
import org.silkthread.methods.spc.Improvement;
import org.silkthread.methods.spc.RunsTest;
import org.silkthread.methods.spc.ShewhartKind;
import org.silkthread.methods.spc.VariationIcon;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code silk stats spc}. */
@Command(
        name = "spc",
        description = "Control charts: one line for each period with its limits and what marks it.",
        mixinStandardHelpOptions = true)
final class SpcCommand implements Callable<Integer> {

    private static final String XMR = "xmr";

    private static final List<String> POINT_COLUMNS = List.of(
            "date",
            "value",
            "centre",
            "lower",
            "upper",
            "near_lower",
            "near_upper",
            "outside",
            "special_cause",
            "point_type",
            "target");

    private static final List<String> SUMMARY_COLUMNS = List.of("variation", "assurance", "n", "signal", "sentence");

    private static final List<String> RUN_COLUMNS =
            List.of("useful", "longest_run", "longest_run_max", "crossings", "crossings_min");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "A CSV file with a header row, in UTF-8; - is standard input.")
    private String file = "";

    @Option(
            names = "--date",
            required = true,
            paramLabel = "COL",
            description = "Column of the periods: dates, or whole numbers.")
    private String date = "";

    @Option(
            names = "--value",
            paramLabel = "COL",
            description = "Column to chart. A t chart without it takes each row as an event.")
    private Optional<String> value = Optional.empty();

    @Option(
            names = "--denominator",
            paramLabel = "COL",
            description = "Column that the value is out of (p, pprime, u, uprime; shares on xmr, i, mr, run).")
    private Optional<String> denominator = Optional.empty();

    @Option(names = "--facet", split = ",", paramLabel = "COLS", description = "Columns that tell series apart.")
    private List<String> facets = new ArrayList<>();

    @Option(
            names = "--chart",
            paramLabel = "CHART",
            description = "xmr, i, mr, run, c, u, uprime, p, pprime, g or t (default: xmr).")
    private String chart = XMR;

    @Option(
            names = "--improvement",
            paramLabel = "WAY",
            description =
                    "increase, decrease or neutral (default: increase). On g and t it is said of the event, not of"
                            + " the time between events (default there: decrease).")
    private Optional<String> improvement = Optional.empty();

    @Option(names = "--target", paramLabel = "T", description = "The value to reach.")
    private Optional<Double> target = Optional.empty();

    @Option(names = "--rebase", split = ",", paramLabel = "DATE", description = "Where new limits begin.")
    private List<String> rebase = new ArrayList<>();

    @Option(
            names = "--baseline-points",
            paramLabel = "N",
            description = "How many values at the start of each phase set its limits (default: all).")
    private Optional<Integer> baselinePoints = Optional.empty();

    @Option(
            names = "--no-screening",
            description =
                    "Keep extreme moving ranges in the limits of an xmr chart; the other charts always keep them.")
    private boolean unscreened;

    @Option(names = "--summary", description = "One line for each series: icons and a sentence.")
    private boolean summary;

    @Override
    public Integer call() {
        Optional<ShewhartKind> kind = kind();
        requireColumns(kind);
        Improvement way = improvement(kind);
        Table table = Table.read(file);
        List<Column> by = table.columns(facets);
        PeriodColumn period = PeriodColumn.of(table, table.column(date));
        SpcCharting charting = new SpcCharting(
                kind,
                period,
                value.map(table::column),
                denominator.map(table::column),
                way,
                target(),
                rebaseDates(period),
                baselinePoints(),
                !unscreened);
        CsvOutput output = summary ? summaries(table, by, charting) : points(table, by, charting);
        output.writeTo(spec.commandLine().getOut());
        return 0;
    }

    private CsvOutput points(Table table, List<Column> by, SpcCharting charting) {
        List<Column> kept = new ArrayList<>(by);
        table.columnsBeside(POINT_COLUMNS).stream()
                .filter(column -> !kept.contains(column))
                .forEach(kept::add);
        CsvOutput output = CsvOutput.of(kept, POINT_COLUMNS);
        for (Table.Group facet : table.groups(by)) {
            SpcCharting.Charted charted = charting.of(facet.rows());
            for (int i = 0; i < charted.rows().size(); i++) {
                Row row = charted.rows().get(i);
                output.row(
                        row,
                        kept,
                        cells(
                                charting.period().text(charting.period().of(row)),
                                charted.series().points().get(i)));
            }
        }
        return output;
    }

    private List<String> cells(String when, SpcSeries.Point point) {
        List<String> cells = new ArrayList<>(List.of(when, CsvOutput.number(point.value())));
        cells.add(CsvOutput.number(point.centre()));
        cells.addAll(
                point.limits().isEmpty()
                        ? List.of("", "", "", "")
                        : point.limits().stream().map(CsvOutput::number).toList());
        cells.addAll(point.marks().isEmpty() ? List.of("", "", "") : point.marks());
        cells.add(CsvOutput.number(target()));
        return cells;
    }

    private CsvOutput summaries(Table table, List<Column> by, SpcCharting charting) {
        List<String> added = new ArrayList<>(SUMMARY_COLUMNS);
        if (charting.kind().isPresent()) {
            added.addAll(RUN_COLUMNS);
        }
        CsvOutput output = CsvOutput.of(by, added);
        for (Table.Group facet : table.groups(by)) {
            SpcSeries series = charting.of(facet.rows()).series();
            List<String> cells = new ArrayList<>(List.of(
                    series.variation().map(VariationIcon::label).orElse(""),
                    series.assurance().map(AssuranceIcon::label).orElse(""),
                    CsvOutput.number(series.measured()),
                    SpcSeries.truth(series.signal()),
                    series.sentence()));
            if (charting.kind().isPresent()) {
                cells.addAll(series.runs().map(SpcCommand::cells).orElse(List.of("", "", "", "", "")));
            }
            output.row(facet.key(), cells);
        }
        return output;
    }

    private static List<String> cells(RunsTest runs) {
        return List.of(
                CsvOutput.number(runs.useful()),
                CsvOutput.number(runs.longestRun()),
                CsvOutput.number(runs.longestRunMax()),
                CsvOutput.number(runs.crossings()),
                CsvOutput.number(runs.crossingsMin()));
    }

    private Optional<ShewhartKind> kind() {
        String name = chart.toLowerCase(Locale.ROOT);
        if (name.equals(XMR)) {
            return Optional.empty();
        }
        for (ShewhartKind kind : ShewhartKind.values()) {
            if (kind.label().equals(name)) {
                return Optional.of(kind);
            }
        }
        String known =
                Arrays.stream(ShewhartKind.values()).map(ShewhartKind::label).collect(Collectors.joining(", "));
        throw wrong("There is no chart '" + chart + "'. There are: xmr, " + known);
    }

    private void requireColumns(Optional<ShewhartKind> kind) {
        boolean events = kind.isPresent() && kind.get() == ShewhartKind.TIME_BETWEEN;
        if (value.isEmpty() && !events) {
            throw wrong("Say which column to chart: --value COL");
        }
        if (kind.isPresent() && kind.get().needsDenominator() && denominator.isEmpty()) {
            throw wrong("A " + kind.get().label() + " chart needs --denominator COL");
        }
        boolean plain = kind.isPresent()
                && (kind.get() == ShewhartKind.COUNT || kind.get().isBetweenEvents());
        if (plain && denominator.isPresent()) {
            throw wrong("A " + kind.get().label() + " chart has no denominator");
        }
    }

    private Improvement improvement(Optional<ShewhartKind> kind) {
        boolean ofEvents = kind.isPresent() && kind.get().isBetweenEvents();
        if (improvement.isEmpty()) {
            return ofEvents ? Improvement.DECREASE : Improvement.INCREASE;
        }
        try {
            return Improvement.valueOf(improvement.get().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw wrong("'" + improvement.get() + "' is none of increase, decrease, neutral");
        }
    }

    private OptionalDouble target() {
        return target.map(t -> {
                    if (!Double.isFinite(t)) {
                        throw wrong("A target is a finite number");
                    }
                    return OptionalDouble.of(t);
                })
                .orElse(OptionalDouble.empty());
    }

    private List<LocalDate> rebaseDates(PeriodColumn period) {
        List<LocalDate> dates = new ArrayList<>();
        for (String text : rebase) {
            try {
                dates.add(period.of(text.strip()));
            } catch (DateTimeParseException e) {
                throw wrong("'" + text + "' is not a date as 2024-12-31");
            }
        }
        return dates;
    }

    private OptionalInt baselinePoints() {
        if (baselinePoints.isPresent() && baselinePoints.get() < 2) {
            throw wrong("A baseline takes at least two points");
        }
        return baselinePoints.map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
