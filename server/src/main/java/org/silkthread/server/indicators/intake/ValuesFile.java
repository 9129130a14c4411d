package org.silkthread.server.indicators.intake;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.directory.Provisional;
import org.silkthread.server.indicators.CalculatedCount;
import org.silkthread.server.indicators.ExactCounts;
import org.silkthread.server.indicators.FigureStatus;
import org.silkthread.server.indicators.IndicatorDefinition;
import org.silkthread.server.indicators.Method;
import org.silkthread.server.tabular.Row;
import org.silkthread.server.tabular.RowProblem;
import org.silkthread.server.tabular.TabularLayout;

/** Counts of any indicator, one row each; the layout is described in {@code docs/reference/import-indicator-values.md}. */
public final class ValuesFile implements SubmissionFile {

    private static final String INDICATOR = "indicator";
    private static final String ORGANISATION = "organisation";
    private static final String SERVICE_LINE = "service_line";
    private static final String PERIOD = "period";
    private static final String NUMERATOR = "numerator";
    private static final String DENOMINATOR = "denominator";
    private static final String EXPECTED = "expected";
    private static final String CALCULATION = "calculation";
    private static final String HEADER =
            String.join(",", INDICATOR, ORGANISATION, SERVICE_LINE, PERIOD, NUMERATOR, DENOMINATOR, CALCULATION) + '\n';
    private static final BigDecimal LARGEST_EXPECTED = new BigDecimal("1000000000000");

    private final Definitions definitions;
    private final LocalDate today;
    private final String publication;
    private final TabularLayout layout;

    private ValuesFile(Definitions definitions, LocalDate today, String publication, TabularLayout layout) {
        this.definitions = definitions;
        this.today = today;
        this.publication = publication;
        this.layout = layout;
    }

    /**
     * Counts that an organisation sends.
     *
     * @param today counts of periods that are not over by then are refused
     */
    public static ValuesFile sent(Definitions definitions, LocalDate today) {
        TabularLayout layout = common().withOptional(EXPECTED).allowingTrailingEmpty();
        return new ValuesFile(definitions, today, "Returned by the organisation", layout);
    }

    /** Counts that were calculated here. Each row says by which calculation, so that no two have the same bytes. */
    public static ValuesFile calculated(Definitions definitions, LocalDate today) {
        return new ValuesFile(definitions, today, CalculatedCount.PUBLICATION, calculatedLayout());
    }

    private static TabularLayout calculatedLayout() {
        return common().withOptional(EXPECTED, CALCULATION);
    }

    private static TabularLayout common() {
        return TabularLayout.withHeader(INDICATOR, ORGANISATION, SERVICE_LINE, PERIOD, NUMERATOR, DENOMINATOR);
    }

    /** The file that {@link #calculated} reads. */
    public static String text(long calculation, List<CalculatedCount> counts) {
        StringBuilder text = new StringBuilder(HEADER);
        for (CalculatedCount count : counts) {
            text.append(count.indicator())
                    .append(',')
                    .append(count.organisation())
                    .append(",,");
            text.append(count.period().code())
                    .append(',')
                    .append(count.numerator())
                    .append(',');
            count.denominator().ifPresent(text::append);
            text.append(',').append(calculation).append('\n');
        }
        return text.toString();
    }

    @Override
    public TabularLayout layout() {
        return layout;
    }

    @Override
    public void read(Row row, CountSink counts) throws IOException {
        String indicator = row.required(INDICATOR);
        // Which version is in force is known once the period is; that there is one at all can be said before.
        Period someDay = new Period(today, today);
        IndicatorDefinition newest = definitions
                .find(indicator, someDay)
                .orElseThrow(() -> row.reject(INDICATOR, "the id of an indicator, such as ae-recommend"));
        String organisation = Keys.organisation(row, ORGANISATION);
        String serviceLine = serviceLine(row, newest);
        Period period = period(row, newest);
        IndicatorDefinition definition = definitions.find(indicator, period).orElse(newest);
        counts.add(new Count(
                row.line(),
                "",
                indicator,
                organisation,
                serviceLine,
                period,
                counts(row, definition),
                definition.version()));
    }

    private static String serviceLine(Row row, IndicatorDefinition definition) {
        String given =
                row.optional(SERVICE_LINE).orElse(definition.serviceLines().getFirst());
        if (!definition.serviceLines().contains(given)) {
            throw row.reject(
                    SERVICE_LINE,
                    "a service line of " + definition.id() + ": " + String.join(", ", definition.serviceLines()));
        }
        return given;
    }

    private Period period(Row row, IndicatorDefinition definition) {
        String expected = switch (definition.collection().frequency()) {
            case MONTHLY -> "a month such as 2024-07";
            case QUARTERLY -> "a quarter such as FY2024-25-Q1";
            case ANNUAL -> "a financial year such as FY2024-25";
        };
        Period period;
        try {
            period = Period.parse(row.required(PERIOD));
        } catch (IllegalArgumentException e) {
            throw row.reject(PERIOD, expected);
        }
        if (period.kind() != definition.collection().frequency().kind()) {
            throw row.reject(PERIOD, expected);
        }
        if (!period.end().isBefore(today)) {
            throw row.reject(PERIOD, "a period that is over");
        }
        return period;
    }

    private static ExactCounts counts(Row row, IndicatorDefinition definition) {
        long numerator = Keys.count(row, NUMERATOR);
        OptionalLong denominator = denominator(row, definition);
        if (definition.method() == Method.PROPORTION && numerator > denominator.orElse(0)) {
            throw row.reject(NUMERATOR, "at most the denominator, " + denominator.orElse(0));
        }
        if (definition.method() == Method.RATE && denominator.orElse(0) == 0 && numerator > 0) {
            throw row.reject(DENOMINATOR, "more than 0, as there were events");
        }
        return new ExactCounts(numerator, denominator, expected(row, definition));
    }

    private static OptionalLong denominator(Row row, IndicatorDefinition definition) {
        if (definition.hasDenominator()) {
            return OptionalLong.of(Keys.count(row, DENOMINATOR));
        }
        if (row.optional(DENOMINATOR).isPresent()) {
            throw row.reject(DENOMINATOR, "nothing, as " + definition.id() + " has no denominator");
        }
        return OptionalLong.empty();
    }

    private static Optional<BigDecimal> expected(Row row, IndicatorDefinition definition) {
        Optional<BigDecimal> expected = row.optionalDecimal(EXPECTED);
        if (definition.method() != Method.STANDARDISED_RATIO) {
            if (expected.isPresent()) {
                throw row.reject(EXPECTED, "nothing, as " + definition.id() + " is not a standardised ratio");
            }
            return expected;
        }
        return Optional.of(expected.filter(number -> number.signum() > 0 && number.compareTo(LARGEST_EXPECTED) <= 0)
                .orElseThrow(() -> row.reject(EXPECTED, "the expected number, more than 0")));
    }

    @Override
    public List<RowProblem> problems() {
        return List.of();
    }

    @Override
    public long rowsWithoutCounts() {
        return 0;
    }

    @Override
    public String publication() {
        return publication;
    }

    @Override
    public Edition edition() {
        return Edition.ORIGINAL;
    }

    @Override
    public Optional<Period> covers() {
        return Optional.empty();
    }

    @Override
    public FigureStatus statusOfNew() {
        return FigureStatus.FINAL;
    }

    @Override
    public FigureStatus statusOfChanged() {
        return FigureStatus.REVISED;
    }

    @Override
    public String keyColumns() {
        return "indicator, organisation, service_line, period";
    }

    @Override
    public Map<String, Provisional> organisations() {
        return Map.of();
    }
}
