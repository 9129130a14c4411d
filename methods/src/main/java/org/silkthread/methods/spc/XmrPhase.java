package org.silkthread.methods.spc;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A stretch of the chart with one mean and one pair of limits: the whole series, or the part from one rebasing to the
 * next.
 *
 * @param from date of its first observation
 * @param to date of its last observation
 * @param measured how many of its observations have a value
 * @param centre the mean of its baseline; absent when nothing was measured
 * @param limits absent when no two neighbouring baseline values give a moving range
 */
public record XmrPhase(LocalDate from, LocalDate to, int measured, OptionalDouble centre, Optional<XmrLimits> limits) {}
