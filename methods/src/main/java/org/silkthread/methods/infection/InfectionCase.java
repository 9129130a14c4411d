package org.silkthread.methods.infection;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A positive specimen and where the patient was when it was taken.
 *
 * @param organism what was found
 * @param location where the patient was, as "NHS Acute Trust", "GP" or "Unknown"; empty when not given
 * @param category the kind of patient, as "In-patient", "A&amp;E only" or "Unknown"; empty when not given
 * @param admitted the day of admission, if there was one and it is known
 * @param specimen the day of the specimen, if known
 * @param recorded the day on which the record was made, if known; otherwise the day of the specimen stands in for it
 */
public record InfectionCase(
        Organism organism,
        String location,
        String category,
        Optional<LocalDate> admitted,
        Optional<LocalDate> specimen,
        Optional<LocalDate> recorded) {

    /** Before this day an unknown location could not be told from one that nobody had filled in. */
    private static final LocalDate UNKNOWN_LOCATION_COUNTS_FROM = LocalDate.of(2015, 10, 26);

    private static final Set<String> TRUST_CATEGORIES =
            Set.of("inpatient", "daypatient", "emergencyassessment", "unknown", "");

    /**
     * Whether the patient was, or may well have been, admitted to an acute trust: the location is an acute trust or not
     * given (from 26 October 2015 also "Unknown"), and the category is in-patient, day patient, emergency assessment,
     * unknown or not given.
     */
    boolean isTrustPatient() {
        return isTrustLocation() && TRUST_CATEGORIES.contains(letters(category));
    }

    /** Whole days from admission to specimen, if both are known; negative when the specimen came first. */
    OptionalLong daysSinceAdmission() {
        return admitted.isPresent() && specimen.isPresent()
                ? OptionalLong.of(ChronoUnit.DAYS.between(admitted.get(), specimen.get()))
                : OptionalLong.empty();
    }

    /** Whether the record was made on a day or later; nothing when no day is known. */
    Optional<Boolean> recordedSince(LocalDate day) {
        return recorded.or(() -> specimen).map(recordDay -> !recordDay.isBefore(day));
    }

    private boolean isTrustLocation() {
        return switch (letters(location)) {
            case "nhsacutetrust", "" -> true;
            case "unknown" -> recordedSince(UNKNOWN_LOCATION_COUNTS_FROM).orElse(false);
            default -> false;
        };
    }

    static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
