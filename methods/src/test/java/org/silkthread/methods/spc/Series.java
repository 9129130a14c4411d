package org.silkthread.methods.spc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Monthly series for tests: the first value is of January 2024; NaN stands for a month that was not measured. */
final class Series {

    static final double GAP = Double.NaN;

    private Series() {}

    static List<Observation> of(double... values) {
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            observations.add(
                    Double.isNaN(values[i]) ? Observation.missing(month(i)) : Observation.of(month(i), values[i]));
        }
        return observations;
    }

    static LocalDate month(int index) {
        return LocalDate.of(2024, 1, 1).plusMonths(index);
    }

    static List<SpecialCause> causes(XmrChart chart) {
        return chart.measured().stream().map(XmrPoint.Measured::specialCause).toList();
    }
}
