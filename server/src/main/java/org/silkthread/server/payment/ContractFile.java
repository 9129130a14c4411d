package org.silkthread.server.payment;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.silkthread.server.calendar.FinancialYear;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.tabular.Row;
import org.silkthread.server.tabular.RowProblem;
import org.silkthread.server.tabular.RowProblems;
import org.silkthread.server.tabular.TabularFile;
import org.silkthread.server.tabular.TabularLayout;
import org.springframework.stereotype.Component;

/** Reads a file of contracts, one line for each goal, and names everything that is wrong with it. */
@Component
class ContractFile {

    static final TabularLayout LAYOUT = TabularLayout.withHeader(
                    "commissioner",
                    "provider",
                    "year",
                    "contract_value",
                    "goal_number",
                    "goal",
                    "indicator",
                    "weight_percent",
                    "rule")
            .withOptional("period", "data_due");

    private static final BigDecimal LARGEST_VALUE = new BigDecimal("100000000000");

    private final Directory directory;
    private final Measures measures;
    private final CquinSchemes schemes;

    ContractFile(Directory directory, Measures measures, CquinSchemes schemes) {
        this.directory = directory;
        this.measures = measures;
        this.schemes = schemes;
    }

    /**
     * What a file says.
     *
     * @param contracts the contracts whose lines are all good
     */
    record Content(long rows, List<Contract> contracts, RowProblems problems) {}

    /** One line as read. */
    private record Line(Row row, String commissioner, String provider, FinancialYear year, Money value, Goal goal) {
        String contract() {
            return Contract.id(commissioner, provider, year);
        }
    }

    Content read(String name, TabularFile.Source source) throws IOException {
        RowProblems problems = new RowProblems();
        Map<String, List<Line>> byContract = new LinkedHashMap<>();
        TabularFile.Reading reading = new TabularFile(name, source, LAYOUT)
                .read(
                        row -> {
                            Line line = line(row);
                            byContract
                                    .computeIfAbsent(line.contract(), id -> new ArrayList<>())
                                    .add(line);
                        },
                        problems);
        byContract.values().forEach(lines -> check(lines, problems));
        List<Contract> contracts = problems.none()
                ? byContract.values().stream().map(ContractFile::contract).toList()
                : List.of();
        return new Content(reading.rows(), contracts, problems);
    }

    private Line line(Row row) {
        FinancialYear year = year(row);
        String commissioner = organisation(row, "commissioner");
        String provider = organisation(row, "provider");
        if (commissioner.equals(provider)) {
            throw row.reject("provider", "an organisation other than the commissioner");
        }
        BigDecimal pounds = decimal(row, "contract_value");
        if (pounds.signum() <= 0 || pounds.scale() > 2 || pounds.compareTo(LARGEST_VALUE) > 0) {
            throw row.reject("contract_value", "an amount above 0 in pounds and whole pence, such as 25000000.00");
        }
        return new Line(row, commissioner, provider, year, Money.pounds(pounds), goal(row, year));
    }

    private Goal goal(Row row, FinancialYear year) {
        long number = row.count("goal_number");
        if (number < 1 || number > 999) {
            throw row.reject("goal_number", "a number from 1 to 999");
        }
        BigDecimal weight = decimal(row, "weight_percent");
        if (weight.signum() <= 0 || weight.compareTo(PaymentRule.HUNDRED) > 0) {
            throw row.reject("weight_percent", "a weight above 0 and at most 100");
        }
        Period period = period(row, year);
        String indicator = row.required("indicator");
        Measure measure = switch (measures.find(indicator, period.end())) {
            case Measures.Payable payable -> payable.measure();
            case Measures.NotPayable not -> throw row.reject("indicator", not.expected());
        };
        return new Goal(
                (int) number,
                row.required("goal"),
                indicator,
                period,
                weight,
                rule(row, year, measure),
                row.optionalDate("data_due", Row.ISO_DATE).map(due -> afterPeriod(row, due, period)));
    }

    private static LocalDate afterPeriod(Row row, LocalDate due, Period period) {
        if (!due.isAfter(period.end())) {
            throw row.reject("data_due", "a day after the period's end, " + period.end());
        }
        return due;
    }

    private Optional<PaymentRule.ForOutcome> rule(Row row, FinancialYear year, Measure measure) {
        CquinScheme scheme = schemes.find(year)
                .orElseThrow(() -> row.reject("year", "a year whose scheme is in the register of CQUIN schemes"));
        PaymentRule rule;
        try {
            rule = PaymentRules.parse(row.required("rule"), measure.better());
        } catch (IllegalArgumentException e) {
            throw row.reject("rule", PaymentRules.FORMS + ". " + e.getMessage());
        }
        return switch (rule) {
            case PaymentRule.ForOutcome outcome -> Optional.of(outcome);
            case PaymentRule.ForSubmission submission -> {
                if (scheme.pays().basis() == CquinScheme.Basis.OUTCOME) {
                    throw row.reject("rule", "a rule for outcomes: only the first year pays for submission");
                }
                yield Optional.empty();
            }
        };
    }

    private static FinancialYear year(Row row) {
        try {
            return FinancialYear.parse(row.required("year"));
        } catch (IllegalArgumentException e) {
            throw row.reject("year", "a financial year such as 2010-11");
        }
    }

    private static Period period(Row row, FinancialYear year) {
        Period period = row.optional("period")
                .map(code -> {
                    try {
                        return Period.parse(code);
                    } catch (IllegalArgumentException e) {
                        throw row.reject("period", "a period such as FY2010-11, FY2010-11-Q4 or 2011-03");
                    }
                })
                .orElse(year.period());
        if (period.start().isBefore(year.start()) || period.end().isAfter(year.end())) {
            throw row.reject(
                    "period",
                    "a period within the contract's year, " + year.period().label());
        }
        return period;
    }

    private String organisation(Row row, String column) {
        String code = row.required(column);
        if (directory.find(code).isEmpty()) {
            throw row.reject(column, "the code of an organisation in the directory");
        }
        return code;
    }

    private static BigDecimal decimal(Row row, String column) {
        return row.optionalDecimal(column).orElseThrow(() -> row.reject(column, "a number such as 12.5"));
    }

    /** What only the lines of a contract together can show. */
    private static void check(List<Line> lines, RowProblems problems) {
        Line first = lines.getFirst();
        for (Line line : lines) {
            if (!line.value().equals(first.value())) {
                problems.add(line.row()
                        .problem(
                                "contract_value",
                                "the same value on every line of a contract: "
                                        + first.value().pounds()));
            }
        }
        Map<Integer, Line> byNumber = new LinkedHashMap<>();
        for (Line line : lines) {
            Line earlier = byNumber.putIfAbsent(line.goal().number(), line);
            if (earlier != null) {
                problems.add(line.row()
                        .problem(
                                "goal_number",
                                "each goal once; goal " + line.goal().number() + " is on line "
                                        + earlier.row().line() + " already"));
            }
        }
        checkWeights(lines, problems);
    }

    private static void checkWeights(Collection<Line> lines, RowProblems problems) {
        BigDecimal sum = lines.stream().map(line -> line.goal().weight()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(PaymentRule.HUNDRED) != 0) {
            Line first = lines.iterator().next();
            String places =
                    lines.stream().map(line -> Long.toString(line.row().line())).collect(Collectors.joining(", "));
            RowProblem shown = first.row()
                    .problem(
                            "weight_percent",
                            "weights that add up to exactly 100 over the lines of contract " + first.contract()
                                    + " (lines " + places + "); they add up to " + sum.toPlainString());
            problems.add(new RowProblem(
                    shown.file(), shown.line(), shown.column(), sum.toPlainString() + " in all", shown.expected()));
        }
    }

    private static Contract contract(List<Line> lines) {
        Line first = lines.getFirst();
        return new Contract(
                1,
                first.commissioner(),
                first.provider(),
                first.year(),
                first.value(),
                lines.stream()
                        .map(Line::goal)
                        .sorted(Comparator.comparing(Goal::number))
                        .toList());
    }
}
