package org.silkthread.server.directory.store;

import java.time.LocalDate;
import java.util.Optional;

/** How the tables write a first day that the source does not give and a last day that has not come. */
final class Days {

    static final LocalDate NO_START = LocalDate.of(1, 1, 1);
    static final LocalDate NO_END = LocalDate.of(9999, 12, 31);

    private Days() {}

    static Optional<LocalDate> start(LocalDate day) {
        return day.equals(NO_START) ? Optional.empty() : Optional.of(day);
    }

    static Optional<LocalDate> end(LocalDate day) {
        return day.equals(NO_END) ? Optional.empty() : Optional.of(day);
    }
}
