package org.silkthread.server.indicators.intake;

import org.silkthread.server.calendar.Period;
import org.silkthread.server.indicators.ExactCounts;

/**
 * One count that a row of a file gives.
 *
 * @param line the line of the row
 * @param part what part of the cell the row is, where a cell is the sum of several rows; else empty
 * @param serviceLine the code of a service line of the indicator
 * @param definitionVersion the version of the definition in force at the end of the period
 */
public record Count(
        long line,
        String part,
        String indicator,
        String organisation,
        String serviceLine,
        Period period,
        ExactCounts counts,
        int definitionVersion) {}
