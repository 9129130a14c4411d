package org.silkthread.server.indicators.rollup;

import java.util.List;
import org.silkthread.server.calendar.Period;

/** Where organisations belong. */
@FunctionalInterface
public interface Chains {

    /** The areas that an organisation lay in at the end of a period, the nearest first and the country last. */
    List<String> of(String organisation, Period period);
}
