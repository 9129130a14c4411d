package org.silkthread.server.measurement;

import java.util.List;
import org.silkthread.server.calendar.Period;

/**
 * What somebody asks to be calculated.
 *
 * @param measures canonical addresses with versions, as {@link Calculations#choices()} gives them; at least one
 * @param period whole days
 */
public record CalculationRequest(List<String> measures, Period period) {

    public CalculationRequest {
        measures = List.copyOf(measures);
    }
}
