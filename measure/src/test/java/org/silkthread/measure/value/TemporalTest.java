package org.silkthread.measure.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates and times read, written and taken apart. */
class TemporalTest {

    private static final long FIRST = LocalDate.of(1, 1, 1).toEpochDay();
    private static final long LAST = LocalDate.of(9999, 12, 31).toEpochDay();

    @Property
    void every_day_has_the_components_that_the_calendar_of_java_gives_it(@ForAll @IntRange(max = 3_652_058) int since) {
        LocalDate expected = LocalDate.ofEpochDay(FIRST + since);
        Date date = Date.ofEpochDay((int) FIRST + since);
        assertEquals(expected.toString(), date.toString());
        assertEquals(expected.toEpochDay(), date.epochDay());
        assertEquals(date, Date.parse(expected.toString()));
        assertEquals(date, Date.of(expected.getYear(), expected.getMonthValue(), expected.getDayOfMonth()));
    }

    @Property
    void every_moment_comes_back_from_its_text(
            @ForAll @LongRange(min = -62_135_596_800_000L, max = 253_402_300_799_999L) long local,
            @ForAll @IntRange(min = -840, max = 840) int offset) {
        for (Precision precision : Precision.values()) {
            if (precision == Precision.WEEK) {
                continue;
            }
            DateTime moment = DateTime.ofLocal(local, precision, offset);
            DateTime read = DateTime.parse(moment.toString());
            assertEquals(moment.localMillis(), read.localMillis());
            assertEquals(precision, read.precision());
            if (precision.compareTo(Precision.HOUR) >= 0) {
                assertEquals(moment, read);
            }
        }
        LocalDateTime expected = LocalDateTime.ofInstant(java.time.Instant.ofEpochMilli(local), ZoneOffset.UTC);
        DateTime moment = DateTime.ofLocal(local, Precision.MILLISECOND, offset);
        assertEquals(expected.getMonthValue(), moment.component(Precision.MONTH));
        assertEquals(expected.getHour(), moment.component(Precision.HOUR));
        assertEquals(expected.getNano() / 1_000_000, moment.component(Precision.MILLISECOND));
        assertEquals(expected.toInstant(ZoneOffset.ofTotalSeconds(offset * 60)).toEpochMilli(), moment.instant(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "26",
                "2026-8",
                "2026-13",
                "2026-02-29",
                "2026-08-21T24:00",
                "2026-08-21T10:60",
                "2026-08-21T10:30:00.",
                "2026-08-21T10:30+15:00",
                "2026-08-21T10:30+0100",
                "2026-08T10",
                "0000-01-01",
                "2026-08-21 10:30"
            })
    void text_that_is_no_moment_is_refused(String text) {
        assertNull(DateTime.parseOrNull(text));
        assertThrows(IllegalArgumentException.class, () -> DateTime.parse(text));
    }

    @Test
    void what_fhir_and_cql_write_is_read() {
        assertEquals(DateTime.of(2026, 8, 21, 0, 0, 0, 0, 0), DateTime.parse("2026-08-21T00:00:00.000+00:00"));
        assertEquals(
                DateTime.of(2026, 8, 21, 10, 30, 5, 120, DateTime.NO_OFFSET),
                DateTime.parse("2026-08-21T10:30:05.120999"));
        assertEquals(Precision.DAY, DateTime.parse("2026-08-21").precision());
        assertEquals(Precision.MONTH, DateTime.parse("2026-08T").precision());
        assertEquals(-300, DateTime.parse("2026-08-21T10:30:00-05:00").offset());
        assertEquals(0, DateTime.parse("2026-08-21T10:30:00Z").offset());
        assertEquals(Time.of(10, 30), Time.parse("T10:30"));
        assertEquals("10:30:00.007", Time.of(10, 30, 0, 7).toString());
    }

    @Test
    void a_moment_moves_to_another_clock() {
        DateTime late = DateTime.parse("2025-12-31T23:30:00.000-05:00");
        assertEquals("2026-01-01T04:30:00.000+00:00", late.at(0).toString());
        assertEquals(2026, late.at(0).year());
        assertEquals("2026-08-21", DateTime.parse("2026-08-21").at(60).toString());
    }

    @Test
    void the_calendar_ends_at_9999() {
        assertEquals("9999-12-31", Date.ofEpochDay((int) LAST).toString());
        assertThrows(IllegalArgumentException.class, () -> Date.ofEpochDay((int) LAST + 1));
        assertThrows(IllegalArgumentException.class, () -> Date.ofEpochDay((int) FIRST - 1));
    }
}
