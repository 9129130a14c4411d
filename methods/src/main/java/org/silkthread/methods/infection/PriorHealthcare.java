package org.silkthread.methods.infection;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The rule of mandatory surveillance since April 2017: a case that did not begin in hospital is associated with health care
 * by how long ago the patient left the reporting trust.
 *
 * <p>Source: Public Health England, "Mandatory surveillance ... protocol", from version 4.1; reference implementation
 * hcaidcs at 7d0c25f.
 */
public final class PriorHealthcare {

    private static final LocalDate IN_FORCE_FROM = LocalDate.of(2017, 4, 1);
    private static final int FIRST_HOSPITAL_ONSET_DAY = 2;
    private static final int FOUR_WEEKS = 28;
    private static final int TWELVE_WEEKS = 84;

    private PriorHealthcare() {}

    /**
     * How a case is associated with health care.
     *
     * @param infection the case
     * @param before what is known of earlier stays
     * @return nothing when the record was made before April 2017, or when answers or days are missing or contradict each
     *     other so that no rule applies
     */
    public static Optional<Association> of(InfectionCase infection, PriorStay before) {
        if (!infection.recordedSince(IN_FORCE_FROM).orElse(false)) {
            return Optional.empty();
        }
        Optional<Boolean> hospitalOnset = isHospitalOnset(infection);
        if (hospitalOnset.isEmpty()) {
            return Optional.empty();
        }
        if (hospitalOnset.get()) {
            return Optional.of(Association.HOHA);
        }
        return switch (before) {
            case PriorStay.ByWeeks weeks -> byWeeks(weeks);
            case PriorStay.ByDischarge discharge ->
                byDischarge(infection, discharge).map(found -> forOrganism(infection.organism(), found));
        };
    }

    private static Optional<Boolean> isHospitalOnset(InfectionCase infection) {
        if (infection.admitted().isEmpty()) {
            return Optional.of(infection.isTrustPatient());
        }
        if (infection.specimen().isEmpty()) {
            return Optional.empty();
        }
        long days = infection.daysSinceAdmission().orElseThrow();
        return Optional.of(infection.isTrustPatient() && days >= FIRST_HOSPITAL_ONSET_DAY);
    }

    private static Optional<Association> byWeeks(PriorStay.ByWeeks before) {
        return switch (before.threeMonths()) {
            case DO_NOT_KNOW -> Optional.of(Association.UNKNOWN_3_MONTHS);
            case NO -> Optional.of(Association.COCA);
            case BLANK -> {
                boolean allBlank =
                        before.fourWeeks() == PriorStay.Answer.BLANK && before.twelveWeeks() == PriorStay.Answer.BLANK;
                yield Optional.of(allBlank ? Association.ALL_BLANK : Association.COCA);
            }
            case YES ->
                switch (before.fourWeeks()) {
                    case YES -> Optional.of(Association.COHA);
                    case NO ->
                        before.twelveWeeks() == PriorStay.Answer.DO_NOT_KNOW
                                ? Optional.empty()
                                : Optional.of(Association.COIA);
                    case DO_NOT_KNOW ->
                        before.twelveWeeks() == PriorStay.Answer.YES || before.twelveWeeks() == PriorStay.Answer.BLANK
                                ? Optional.of(Association.COIA)
                                : Optional.empty();
                    case BLANK -> Optional.empty();
                };
        };
    }

    private static Optional<Association> byDischarge(InfectionCase infection, PriorStay.ByDischarge before) {
        return switch (before.threeMonths()) {
            case NO -> Optional.of(Association.COCA);
            case DO_NOT_KNOW -> Optional.of(Association.UNKNOWN_3_MONTHS);
            case BLANK -> before.discharged().isEmpty() ? Optional.of(Association.ALL_BLANK) : Optional.empty();
            case YES -> {
                if (before.discharged().isEmpty() || infection.specimen().isEmpty()) {
                    yield Optional.of(Association.UNKNOWN_3_MONTHS);
                }
                long days = ChronoUnit.DAYS.between(
                        before.discharged().get(), infection.specimen().get());
                yield Optional.of(byDays(days));
            }
        };
    }

    private static Association byDays(long sinceDischarge) {
        if (sinceDischarge < 0) {
            return Association.UNKNOWN_3_MONTHS;
        }
        if (sinceDischarge < FOUR_WEEKS) {
            return Association.COHA;
        }
        return sinceDischarge < TWELVE_WEEKS ? Association.COIA : Association.COCA;
    }

    /** Only C. difficile knows an indeterminate association; of bacteraemias only the month before is asked. */
    private static Association forOrganism(Organism organism, Association association) {
        if (organism == Organism.C_DIFFICILE) {
            return association;
        }
        return switch (association) {
            case COIA -> Association.COCA;
            case UNKNOWN_3_MONTHS -> Association.UNKNOWN_1_MONTH;
            case HOHA, COHA, COCA, UNKNOWN_1_MONTH, ALL_BLANK -> association;
        };
    }
}
