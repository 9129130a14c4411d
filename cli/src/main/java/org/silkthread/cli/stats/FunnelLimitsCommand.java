package org.silkthread.cli.stats;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.silkthread.cli.table.CsvOutput;
import org.silkthread.cli.table.Table;
import org.silkthread.methods.funnel.FingertipsTables;
import org.silkthread.methods.funnel.FunnelUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code silk stats funnel-limits}. */
@Command(
        name = "funnel-limits",
        description = "Funnel limits at 100 sizes, in the convention and with the columns of the public health profiles"
                + " (Fingertips). Without --group every row is a unit.",
        mixinStandardHelpOptions = true)
final class FunnelLimitsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private TableOptions input = new TableOptions();

    @Mixin
    private FunnelOptions columns = new FunnelOptions();

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "proportion, ratio (observed over expected; also standardised, ratio-of-counts) or rate"
                    + " (default: proportion).")
    private String type = "proportion";

    @Option(
            names = "--multiplier",
            paramLabel = "M",
            converter = MultiplierConverter.class,
            description = "What values are stated for (default: 100; for rates 100,000).")
    private Optional<Double> multiplier = Optional.empty();

    @Option(
            names = "--years",
            paramLabel = "N",
            description = "How many years the counts of a rate are of (default: 1).")
    private int years = 1;

    @Override
    public Integer call() {
        if (years < 1) {
            throw wrong("There is at least one year");
        }
        CsvOutput output = switch (type.toLowerCase(Locale.ROOT)) {
            case "proportion" -> proportions();
            case "ratio", "standardised", "ratio-of-counts" -> ratios();
            case "rate" -> rates();
            default -> throw wrong("'" + type + "' is none of proportion, ratio, rate");
        };
        output.writeTo(spec.commandLine().getOut());
        return 0;
    }

    private List<FunnelUnit> units(boolean isProportion) {
        Table table = input.read();
        return columns.units(table, input.groupColumns(table), isProportion).stream()
                .filter(FunnelOptions.Unit::isKnown)
                .map(FunnelOptions.Unit::counts)
                .toList();
    }

    private CsvOutput proportions() {
        CsvOutput output = new CsvOutput(List.of(
                "Population",
                "Lower2s0025limit",
                "Upper2s0025limit",
                "Lower3s0001limit",
                "Upper3s0001limit",
                "Baseline"));
        FingertipsTables.proportions(units(true), multiplier.orElse(100.0)).ifPresent(lines -> {
            for (FingertipsTables.ProportionLine line : lines) {
                output.row(numbers(
                        line.population(),
                        line.limits().lower95(),
                        line.limits().upper95(),
                        line.limits().lower998(),
                        line.limits().upper998(),
                        line.baseline()));
            }
        });
        return output;
    }

    private CsvOutput ratios() {
        List<String> header = new ArrayList<>(List.of("Observed_events"));
        for (String limit : List.of("lower_2s", "upper_2s", "lower_3s", "upper_3s")) {
            header.addAll(List.of(limit + "_exp_events", limit + "_count", limit + "_isr"));
        }
        CsvOutput output = new CsvOutput(header);
        FingertipsTables.ratios(units(false)).ifPresent(lines -> {
            for (FingertipsTables.EventLine line : lines) {
                output.row(numbers(
                        line.events(),
                        line.expected().lower95(),
                        line.limits().lower95() - 1,
                        line.limits().lower95() * 100,
                        line.expected().upper95(),
                        line.limits().upper95() - 1,
                        line.limits().upper95() * 100,
                        line.expected().lower998(),
                        line.limits().lower998() - 1,
                        line.limits().lower998() * 100,
                        line.expected().upper998(),
                        line.limits().upper998() - 1,
                        line.limits().upper998() * 100));
            }
        });
        return output;
    }

    private CsvOutput rates() {
        List<String> header = new ArrayList<>(List.of("Events"));
        for (String limit : List.of("lower_2s", "upper_2s", "lower_3s", "upper_3s")) {
            header.addAll(List.of(limit + "_population_1_year", limit + "_limit"));
        }
        header.addAll(List.of("baseline", "statistic", "method"));
        CsvOutput output = new CsvOutput(header);
        double per = multiplier.orElse(100_000.0);
        String statistic = "rate (crude per "
                + new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.UK)).format(per) + ")";
        FingertipsTables.rates(units(false), per, years).ifPresent(table -> {
            for (FingertipsTables.EventLine line : table.lines()) {
                List<String> cells = new ArrayList<>(numbers(
                        line.events(),
                        line.expected().lower95(),
                        line.limits().lower95(),
                        line.expected().upper95(),
                        line.limits().upper95(),
                        line.expected().lower998(),
                        line.limits().lower998(),
                        line.expected().upper998(),
                        line.limits().upper998(),
                        table.baseline()));
                cells.addAll(List.of(statistic, "Poisson"));
                output.row(cells);
            }
        });
        return output;
    }

    private static List<String> numbers(double... values) {
        List<String> cells = new ArrayList<>(values.length);
        for (double value : values) {
            cells.add(CsvOutput.number(value));
        }
        return cells;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
