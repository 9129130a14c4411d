package org.silkthread.methods.proms;

import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whether a pair of questionnaires takes part in the model, by the rules of the national programme: the episode is linked to
 * the first questionnaire with a provider rank of at most 3 and a date rank of at most 5 (filled in within 18 weeks before the
 * operation), the second one is linked by its serial number, the measure is complete both times, and every field that the
 * model needs is there.
 *
 * <p>Source: NHS Digital, "A guide to PROMs methodology", version 12.
 *
 * @param providerRank how well the provider of the questionnaire fits the episode; 1 is best
 * @param dateRank how well its date fits; 1 is best
 * @param secondLinked whether the second questionnaire has the serial number of the first
 * @param completeBefore whether the measure can be scored before
 * @param completeAfter whether the measure can be scored after
 * @param modelFieldsKnown whether age, sex, diagnosis, illnesses and deprivation are known
 */
public record Eligibility(
        int providerRank,
        int dateRank,
        boolean secondLinked,
        boolean completeBefore,
        boolean completeAfter,
        boolean modelFieldsKnown) {

    private static final int WORST_PROVIDER_RANK = 3;
    private static final int WORST_DATE_RANK = 5;

    /** Why a pair does not take part. */
    public enum Obstacle {
        PROVIDER_DOES_NOT_FIT,
        DATE_DOES_NOT_FIT,
        NO_SECOND_QUESTIONNAIRE,
        INCOMPLETE_BEFORE,
        INCOMPLETE_AFTER,
        MODEL_FIELD_MISSING
    }

    /** Operations, with the months after which the second questionnaire is sent. */
    public enum Procedure {
        HIP_REPLACEMENT(6),
        KNEE_REPLACEMENT(6),
        GROIN_HERNIA(3),
        VARICOSE_VEIN(3);

        private final int months;

        Procedure(int months) {
            this.months = months;
        }

        /**
         * The first day on which the second questionnaire may be sent.
         *
         * @param operation day of the operation
         * @return three months later, or six for a joint
         */
        public LocalDate secondQuestionnaireFrom(LocalDate operation) {
            return operation.plus(Period.ofMonths(months));
        }
    }

    /**
     * Everything that stands in the way.
     *
     * @return empty when the pair takes part
     */
    public Set<Obstacle> obstacles() {
        Set<Obstacle> found = EnumSet.noneOf(Obstacle.class);
        addUnless(providerRank >= 1 && providerRank <= WORST_PROVIDER_RANK, Obstacle.PROVIDER_DOES_NOT_FIT, found);
        addUnless(dateRank >= 1 && dateRank <= WORST_DATE_RANK, Obstacle.DATE_DOES_NOT_FIT, found);
        addUnless(secondLinked, Obstacle.NO_SECOND_QUESTIONNAIRE, found);
        addUnless(completeBefore, Obstacle.INCOMPLETE_BEFORE, found);
        addUnless(completeAfter, Obstacle.INCOMPLETE_AFTER, found);
        addUnless(modelFieldsKnown, Obstacle.MODEL_FIELD_MISSING, found);
        return found;
    }

    private static void addUnless(boolean holds, Obstacle obstacle, Set<Obstacle> found) {
        if (!holds) {
            found.add(obstacle);
        }
    }
}
