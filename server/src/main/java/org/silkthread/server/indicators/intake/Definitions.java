package org.silkthread.server.indicators.intake;

import java.util.Optional;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.indicators.IndicatorDefinition;

/** The definitions that a file's counts are checked by. */
@FunctionalInterface
public interface Definitions {

    /** The version of a definition that is in force at the end of a period. */
    Optional<IndicatorDefinition> find(String indicator, Period period);
}
