package org.silkthread.methods.spc;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/** One observation on the chart, with the lines that run past it. */
public sealed interface XmrPoint {

    /**
     * When.
     *
     * @return the day, or the first day of the period
     */
    LocalDate date();

    /**
     * The lines at this point.
     *
     * @return its phase
     */
    XmrPhase phase();

    /**
     * A point with a value.
     *
     * @param date the day, or the first day of the period
     * @param value in the units of the measure
     * @param phase its lines
     * @param relativeToMean 1 above the mean, -1 below, 0 on it
     * @param outside beyond a process limit; on the limit is inside
     * @param close inside the limits and beyond a near limit
     * @param specialCause the rule that marks it
     * @param type what that means for the measure
     */
    record Measured(
            LocalDate date,
            double value,
            XmrPhase phase,
            int relativeToMean,
            boolean outside,
            boolean close,
            SpecialCause specialCause,
            PointType type)
            implements XmrPoint {

        /**
         * The mean of the phase, which exists because this point was measured.
         *
         * @return in the units of the measure
         */
        public double centre() {
            return phase.centre().orElseThrow();
        }

        /**
         * The process limits.
         *
         * @return nothing when the phase has no moving range
         */
        public Optional<XmrLimits> limits() {
            return phase.limits();
        }
    }

    /**
     * A period that was not measured. The lines run on past it and nothing is claimed about it.
     *
     * @param date the day, or the first day of the period
     * @param phase its lines
     */
    record Missing(LocalDate date, XmrPhase phase) implements XmrPoint {

        /**
         * The mean of the phase.
         *
         * @return nothing when no point of the phase was measured
         */
        public OptionalDouble centre() {
            return phase.centre();
        }
    }
}
