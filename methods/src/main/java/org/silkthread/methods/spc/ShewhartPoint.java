package org.silkthread.methods.spc;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/** One period of a Shewhart chart, with the lines at its size. */
public sealed interface ShewhartPoint {

    /**
     * When.
     *
     * @return the day, or the first day of the period
     */
    LocalDate date();

    /**
     * The stretch that it belongs to.
     *
     * @return its phase
     */
    ShewhartPhase phase();

    /**
     * The limits at its size.
     *
     * @return nothing on a run chart, without two neighbouring values, or where the size is not known
     */
    Optional<ControlLimits> limits();

    /**
     * A period with a value.
     *
     * @param date the day, or the first day of the period
     * @param value what is plotted, in the units of the chart
     * @param phase its centre line and runs
     * @param limits at its size
     * @param side 1 above the centre line, -1 below, 0 on it
     * @param outside beyond a limit; on the limit is inside
     * @param signal what marks it
     * @param type what that means for the measure
     */
    record Measured(
            LocalDate date,
            double value,
            ShewhartPhase phase,
            Optional<ControlLimits> limits,
            int side,
            boolean outside,
            ShewhartSignal signal,
            PointType type)
            implements ShewhartPoint {

        /**
         * The centre line, which exists because this point was measured.
         *
         * @return in the units of the chart
         */
        public double centre() {
            return phase.centre().orElseThrow();
        }
    }

    /**
     * A period without a value: not measured, nobody to measure, or the first of a chart of differences.
     *
     * @param date the day, or the first day of the period
     * @param phase its centre line and runs
     * @param limits at its size, if that is known
     */
    record Missing(LocalDate date, ShewhartPhase phase, Optional<ControlLimits> limits) implements ShewhartPoint {

        /**
         * The centre line.
         *
         * @return nothing when no point of the phase was measured
         */
        public OptionalDouble centre() {
            return phase.centre();
        }
    }
}
