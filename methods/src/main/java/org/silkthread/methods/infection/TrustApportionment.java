package org.silkthread.methods.infection;

import java.util.Optional;

/**
 * The rule of mandatory surveillance before April 2017: a case is the trust's own when the patient was admitted to it and
 * the specimen was taken on the third day of the stay or later (the fourth for C. difficile), the day of admission being
 * the first. Without a day of admission location and category decide alone.
 *
 * <p>Source: Public Health England, "Mandatory surveillance of MRSA, MSSA and Gram-negative bacteraemia, and C. difficile
 * infection: protocol"; reference implementation hcaidcs at 7d0c25f.
 */
public final class TrustApportionment {

    private TrustApportionment() {}

    /**
     * Whether a case is apportioned to the trust.
     *
     * @param infection the case
     * @return nothing when the day of admission is known and the day of the specimen is not
     */
    public static Optional<Boolean> of(InfectionCase infection) {
        if (infection.admitted().isEmpty()) {
            return Optional.of(infection.isTrustPatient());
        }
        if (infection.specimen().isEmpty()) {
            return Optional.empty();
        }
        long day = infection.daysSinceAdmission().orElseThrow() + 1;
        return Optional.of(
                infection.isTrustPatient() && day >= infection.organism().firstTrustDay());
    }
}
