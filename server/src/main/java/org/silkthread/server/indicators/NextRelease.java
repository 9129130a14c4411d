package org.silkthread.server.indicators;

import java.time.LocalDate;
import org.silkthread.server.calendar.Period;

/**
 * What is published next of an indicator.
 *
 * @param period the period it will be about
 * @param due the day by which it should be there; in the past when it is late
 */
public record NextRelease(Period period, LocalDate due) {}
