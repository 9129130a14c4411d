package org.silkthread.server.persons.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.silkthread.server.directory.Directory;
import org.silkthread.server.directory.Organisation;
import org.silkthread.server.web.Wording;
import org.springframework.stereotype.Component;

/** The words for places and moments on the pages of records. */
@Component
class PlaceNames {

    private static final ZoneId UK = ZoneId.of("Europe/London");

    private final Directory directory;

    PlaceNames(Directory directory) {
        this.directory = directory;
    }

    /** The name of an organisation, or its code when the directory does not have it. */
    String name(String code) {
        return directory.find(code).map(Organisation::name).orElse(code);
    }

    static String day(Optional<LocalDate> day) {
        return day.map(Wording::date).orElse("Not known");
    }

    /** '3 March 2026 at 2:10pm', in the United Kingdom. */
    static String moment(Instant at) {
        ZonedDateTime local = at.atZone(UK);
        return Wording.date(local.toLocalDate()) + " at "
                + Wording.time(local.toLocalTime().truncatedTo(ChronoUnit.MINUTES));
    }
}
