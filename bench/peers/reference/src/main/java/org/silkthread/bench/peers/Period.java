package org.silkthread.bench.peers;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** A measurement period of whole days, in UTC. */
record Period(LocalDate first, LocalDate last) {

    ZonedDateTime start() {
        return first.atStartOfDay(ZoneOffset.UTC);
    }

    /** The last millisecond: what lies after it belongs to the next period. */
    ZonedDateTime end() {
        return last.atTime(LocalTime.of(23, 59, 59, 999_000_000)).atZone(ZoneOffset.UTC);
    }
}
