package org.silkthread.cli.stats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.silkthread.cli.table.Column;
import org.silkthread.cli.table.CsvOutput;
import org.silkthread.cli.table.Table;
import org.silkthread.methods.funnel.Funnel;
import org.silkthread.methods.funnel.FunnelLimits;
import org.silkthread.methods.funnel.FunnelMethod;
import org.silkthread.methods.funnel.FunnelMethod.Adjustment;
import org.silkthread.methods.funnel.FunnelMethod.Tails;
import org.silkthread.methods.funnel.FunnelPoint;
import org.silkthread.methods.funnel.FunnelType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code silk stats funnel}. */
@Command(
        name = "funnel",
        description = "Funnel plots: each unit against limits for its size, widened for over-dispersion.",
        mixinStandardHelpOptions = true)
final class FunnelCommand implements Callable<Integer> {

    private static final List<String> UNIT_COLUMNS = List.of(
            "numerator",
            "denominator",
            "value",
            "z",
            "z_adjusted",
            "lower95",
            "upper95",
            "lower998",
            "upper998",
            "od_lower95",
            "od_upper95",
            "od_lower998",
            "od_upper998",
            "outlier");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private TableOptions input = new TableOptions();

    @Mixin
    private FunnelOptions columns = new FunnelOptions();

    @Option(
            names = "--type",
            required = true,
            paramLabel = "TYPE",
            description = "proportion, ratio-of-counts or standardised.")
    private String type = "";

    @Option(
            names = "--overdispersion",
            paramLabel = "METHOD",
            description = "shmi (log scale, truncated), cqc (square-root scale, winsorised), none,"
                    + " dersimonian-laird (nothing left out) or multiplicative (default: shmi). Proportions and ratios"
                    + " of counts have one scale and are winsorised by shmi and cqc alike.")
    private String overdispersion = "shmi";

    @Option(
            names = "--limits",
            paramLabel = "LEVEL",
            description = "The limits that make an outlier: 95 or 99.8 (default: 99.8).")
    private String limits = "99.8";

    @Option(names = "--summary", description = "One line: over-dispersion, units and outliers.")
    private boolean summary;

    @Override
    public Integer call() {
        FunnelMethod method = method();
        boolean at95 = isAt95();
        if (!input.isGrouped()) {
            throw wrong("Say which column names the units: --group COL");
        }
        Table table = input.read();
        List<Column> by = input.groupColumns(table);
        List<FunnelOptions.Unit> units = columns.units(table, by, method.type() == FunnelType.PROPORTION);
        Optional<Funnel> funnel = Funnel.of(
                units.stream()
                        .filter(FunnelOptions.Unit::isKnown)
                        .map(FunnelOptions.Unit::counts)
                        .toList(),
                method);
        CsvOutput output = summary ? summary(funnel, at95) : rows(by, units, funnel, at95);
        output.writeTo(spec.commandLine().getOut());
        return 0;
    }

    private static CsvOutput rows(
            List<Column> by, List<FunnelOptions.Unit> units, Optional<Funnel> funnel, boolean at95) {
        Map<String, FunnelPoint> points = new HashMap<>();
        funnel.ifPresent(
                f -> f.points().forEach(point -> points.put(point.unit().group(), point)));
        CsvOutput output = CsvOutput.of(by, UNIT_COLUMNS);
        for (FunnelOptions.Unit unit : units) {
            Optional<FunnelPoint> point = Optional.ofNullable(points.get(unit.name()));
            output.row(unit.key(), point.map(p -> cells(p, at95)).orElseGet(() -> unplaced(unit)));
        }
        return output;
    }

    private static List<String> cells(FunnelPoint point, boolean at95) {
        List<String> cells = new ArrayList<>(List.of(
                CsvOutput.number(point.unit().numerator()),
                CsvOutput.number(point.unit().denominator()),
                CsvOutput.number(point.value()),
                CsvOutput.number(point.z()),
                CsvOutput.number(point.zAdjusted())));
        cells.addAll(cells(point.unadjusted()));
        cells.addAll(cells(point.adjusted()));
        cells.add(isOutlier(point, at95) ? "1" : "0");
        return cells;
    }

    private static List<String> cells(FunnelLimits limits) {
        return List.of(
                CsvOutput.number(limits.lower95()),
                CsvOutput.number(limits.upper95()),
                CsvOutput.number(limits.lower998()),
                CsvOutput.number(limits.upper998()));
    }

    /** A unit without a denominator, or with a count missing, is named and takes no part. */
    private static List<String> unplaced(FunnelOptions.Unit unit) {
        List<String> cells =
                new ArrayList<>(List.of(CsvOutput.number(unit.numerator()), CsvOutput.number(unit.denominator())));
        while (cells.size() < UNIT_COLUMNS.size()) {
            cells.add("");
        }
        return cells;
    }

    private static CsvOutput summary(Optional<Funnel> funnel, boolean at95) {
        CsvOutput output = new CsvOutput(List.of("phi", "tau2", "n", "outliers"));
        List<FunnelPoint> points = funnel.map(Funnel::points).orElse(List.of());
        output.row(List.of(
                funnel.map(f -> CsvOutput.number(f.overdispersion().phi())).orElse(""),
                funnel.map(f -> CsvOutput.number(f.overdispersion().tau2())).orElse(""),
                CsvOutput.number(points.size()),
                Long.toString(
                        points.stream().filter(point -> isOutlier(point, at95)).count())));
        return output;
    }

    private static boolean isOutlier(FunnelPoint point, boolean at95) {
        return at95 ? point.position().isBeyond95() : point.position().isOutlier();
    }

    private FunnelMethod method() {
        String how = overdispersion.toLowerCase(Locale.ROOT);
        FunnelMethod method = switch (type.toLowerCase(Locale.ROOT)) {
            case "proportion" -> FunnelMethod.proportions();
            case "ratio-of-counts" -> FunnelMethod.ratiosOfCounts();
            case "standardised" -> how.equals("cqc") ? FunnelMethod.cqc() : FunnelMethod.shmi();
            default -> throw wrong("'" + type + "' is none of proportion, ratio-of-counts, standardised");
        };
        return switch (how) {
            case "shmi", "cqc" -> method;
            case "none" -> method.with(Adjustment.NONE);
            case "dersimonian-laird" -> method.with(Tails.KEPT);
            case "multiplicative" -> method.with(Adjustment.MULTIPLICATIVE).with(Tails.WINSORISED);
            default ->
                throw wrong("'" + overdispersion + "' is none of shmi, cqc, none, dersimonian-laird, multiplicative");
        };
    }

    private boolean isAt95() {
        return switch (limits) {
            case "95", "0.95" -> true;
            case "99.8", "0.998", "99" -> false;
            default -> throw wrong("'" + limits + "' is neither 95 nor 99.8");
        };
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
