package org.silkthread.methods.spc;

import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * A stretch of a Shewhart chart with one centre line.
 *
 * @param from date of its first period
 * @param to date of its last period
 * @param measured how many of its periods have a value
 * @param centre mean, median, common share or common rate of its baseline; absent when nothing was measured
 * @param runs runs and crossings of its points about the centre line
 */
public record ShewhartPhase(LocalDate from, LocalDate to, int measured, OptionalDouble centre, RunsTest runs) {}
