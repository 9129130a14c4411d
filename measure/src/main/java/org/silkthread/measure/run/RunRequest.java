package org.silkthread.measure.run;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silkthread.measure.report.MeasurementPeriod;
import org.silkthread.measure.value.DateTime;
import org.silkthread.measure.value.Interval;
import org.silkthread.measure.value.Settings;

/**
 * What is to be evaluated.
 *
 * @param measures ids, names or canonical addresses of measures; empty for all of the content
 * @param period whole days, in the offset
 * @param offset the clock that days begin and end by, and of date-times that say none
 * @param now the moment that the measures take for the present
 * @param parameters further parameters of the libraries by name
 * @param supplementalData whether supplemental data is evaluated for those in an initial population
 */
public record RunRequest(
        List<String> measures,
        MeasurementPeriod period,
        ZoneOffset offset,
        Instant now,
        Map<String, @Nullable Object> parameters,
        boolean supplementalData) {

    /** The name of the parameter that every measure has. */
    public static final String PERIOD = "Measurement Period";

    private static final int LAST_HOUR = 23;
    private static final int LAST_MINUTE = 59;
    private static final int LAST_MILLISECOND = 999;

    public RunRequest {
        measures = List.copyOf(measures);
    }

    /** All measures of the content over a period, by the clock of UTC, now. */
    public static RunRequest of(MeasurementPeriod period) {
        return new RunRequest(List.of(), period, ZoneOffset.UTC, Instant.now(), Map.of(), false);
    }

    /** From the first millisecond of the first day to the last millisecond of the last, both included. */
    Interval interval() {
        return interval(period, offset);
    }

    /** From the first millisecond of the first day to the last millisecond of the last, both included. */
    public static Interval interval(MeasurementPeriod period, ZoneOffset offset) {
        int minutes = minutes(offset);
        var start = period.start();
        var end = period.end();
        return new Interval(
                DateTime.of(start.getYear(), start.getMonthValue(), start.getDayOfMonth(), 0, 0, 0, 0, minutes),
                true,
                DateTime.of(
                        end.getYear(),
                        end.getMonthValue(),
                        end.getDayOfMonth(),
                        LAST_HOUR,
                        LAST_MINUTE,
                        LAST_MINUTE,
                        LAST_MILLISECOND,
                        minutes),
                true,
                Interval.PointType.DATE_TIME);
    }

    Settings settings() {
        return settings(now, offset);
    }

    /** The moment of an evaluation by a clock. */
    public static Settings settings(Instant now, ZoneOffset offset) {
        OffsetDateTime moment = now.atOffset(offset);
        return new Settings(DateTime.of(
                moment.getYear(),
                moment.getMonthValue(),
                moment.getDayOfMonth(),
                moment.getHour(),
                moment.getMinute(),
                moment.getSecond(),
                moment.getNano() / 1_000_000,
                minutes(offset)));
    }

    private static int minutes(ZoneOffset offset) {
        return offset.getTotalSeconds() / 60;
    }
}
