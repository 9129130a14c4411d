package org.silkthread.server.persons;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/** A person as the newest facts describe them. */
public record Person(PersonId id, PersonDetails details) {

    public String name() {
        return details.name();
    }

    public Optional<NhsNumber> nhsNumber() {
        return details.nhsNumber();
    }

    /** Age in whole years on a day. */
    public int ageOn(LocalDate day) {
        return Period.between(details.birthDate(), day).getYears();
    }
}
