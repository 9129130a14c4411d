package org.silkthread.server.persons;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is known of who a person is.
 *
 * @param nhsNumber empty when they do not know it or have none
 * @param addressLine the first line of where they live
 * @param practice the code of the general practice they are registered with
 * @param contact a telephone number or e-mail address
 */
public record PersonDetails(
        Optional<NhsNumber> nhsNumber,
        String givenName,
        String familyName,
        LocalDate birthDate,
        Sex sex,
        Optional<String> addressLine,
        Optional<String> postcode,
        Optional<String> practice,
        Optional<String> contact) {

    public PersonDetails {
        if (givenName.isBlank() || familyName.isBlank()) {
            throw new IllegalArgumentException("A person has a given name and a family name");
        }
    }

    public String name() {
        return givenName + " " + familyName;
    }

    /** Never who it is, which would then stand in logs. */
    @Override
    public String toString() {
        return "PersonDetails[…]";
    }
}
