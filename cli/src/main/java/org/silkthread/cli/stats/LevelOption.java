package org.silkthread.cli.stats;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.silkthread.cli.table.CsvOutput;
import org.silkthread.methods.interval.ConfidenceLevel;
import org.silkthread.methods.interval.Interval;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How sure the intervals are, and what their columns are called. */
final class LevelOption {

    @Option(
            names = "--level",
            split = ",",
            paramLabel = "LEVEL",
            converter = Level.class,
            description = "Confidence levels, as shares or per cent (default: 0.95,0.998).")
    private List<ConfidenceLevel> levels = List.of(ConfidenceLevel.P95, ConfidenceLevel.P99_8);

    List<ConfidenceLevel> levels() {
        return levels.stream().distinct().toList();
    }

    /** The names of the columns: lower95, upper95, lower998, upper998. */
    List<String> columns() {
        return columns("");
    }

    /** The names of the columns behind a prefix. */
    List<String> columns(String prefix) {
        List<String> names = new ArrayList<>();
        for (ConfidenceLevel level : levels()) {
            names.add(prefix + "lower" + digits(level));
            names.add(prefix + "upper" + digits(level));
        }
        return names;
    }

    /** The cells of an interval at each level, empty where there is none. */
    List<String> cells(Limits limits) {
        List<String> cells = new ArrayList<>();
        for (ConfidenceLevel level : levels()) {
            Optional<Interval> interval = limits.at(level);
            cells.add(interval.map(found -> CsvOutput.number(found.lower())).orElse(""));
            cells.add(interval.map(found -> CsvOutput.number(found.upper())).orElse(""));
        }
        return cells;
    }

    /** Empty cells at each level. */
    List<String> noCells() {
        return cells(level -> Optional.empty());
    }

    /** An interval at any level, if there is one. */
    @FunctionalInterface
    interface Limits {

        Optional<Interval> at(ConfidenceLevel level);
    }

    /** 0.95 is "95", 0.998 is "998", 0.9 is "90". */
    private static String digits(ConfidenceLevel level) {
        String percent = BigDecimal.valueOf(level.value())
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
        return percent.replace(".", "");
    }

    /** Reads a level. */
    static final class Level implements ITypeConverter<ConfidenceLevel> {

        @Override
        public ConfidenceLevel convert(String text) {
            try {
                ConfidenceLevel level = ConfidenceLevel.of(Double.parseDouble(text.strip()));
                if (level.value() < 1) {
                    return level;
                }
            } catch (IllegalArgumentException e) {
                // The sentence below says all there is to say.
            }
            throw new TypeConversionException(
                    "'" + text + "' is not a confidence level from 0.9 to below 1, or 90 to below 100");
        }
    }
}
