package org.silkthread.server.indicators;

import java.time.LocalDate;
import java.util.Optional;
import org.silkthread.server.calendar.Period;
import org.silkthread.server.disclosure.WithheldReason;
import org.silkthread.server.indicators.store.CellTable.Span;

/** Says why there is no figure. */
final class Missing {

    private Missing() {}

    /**
     * @param period the period without counts
     * @param sent when the place has sent this indicator, if ever
     * @param today the day it is asked
     */
    static WithheldReason reason(IndicatorDefinition definition, Period period, Optional<Span> sent, LocalDate today) {
        if (today.isBefore(definition.collection().due(period))) {
            return WithheldReason.NOT_YET_DUE;
        }
        boolean stopped = sent.map(span -> span.end().isBefore(period.end())).orElse(false);
        return stopped ? WithheldReason.LATE : WithheldReason.NOT_COLLECTED;
    }
}
