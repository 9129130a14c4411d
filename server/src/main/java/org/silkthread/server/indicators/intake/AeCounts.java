package org.silkthread.server.indicators.intake;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.indicators.ExactCounts;
import org.silkthread.server.indicators.IndicatorDefinition;

/** Gives the counts of emergency-care indicators for one row of a file. */
final class AeCounts {

    static final String FOUR_HOURS = "ae-4-hour";
    static final String FOUR_HOURS_WITHOUT_BOOKED = "ae-4-hour-excluding-booked";
    static final String FOUR_HOURS_TYPE_1 = "ae-4-hour-type-1";
    static final String OVER_FOUR_HOURS_TYPE_1 = "ae-breaches-type-1";
    static final String ATTENDANCES = "ae-attendances";
    static final String TWELVE_HOURS = "ae-12-hours-from-decision-to-admit";

    private final Definitions definitions;
    private final CountSink sink;
    private final long line;
    private final String part;
    private final String organisation;
    private final Period period;

    AeCounts(Definitions definitions, CountSink sink, long line, String part, String organisation, Period period) {
        this.definitions = definitions;
        this.sink = sink;
        this.line = line;
        this.part = part;
        this.organisation = organisation;
        this.period = period;
    }

    void share(String indicator, long numerator, long denominator) throws IOException {
        add(indicator, new ExactCounts(numerator, OptionalLong.of(denominator), Optional.empty()));
    }

    void number(String indicator, long count) throws IOException {
        add(indicator, new ExactCounts(count, OptionalLong.empty(), Optional.empty()));
    }

    private void add(String indicator, ExactCounts counts) throws IOException {
        IndicatorDefinition definition = definitions
                .find(indicator, period)
                .orElseThrow(() -> new IllegalStateException("The content has no indicator " + indicator));
        sink.add(new Count(
                line,
                part,
                indicator,
                organisation,
                definition.serviceLines().getFirst(),
                period,
                counts,
                definition.version()));
    }
}
