package org.silkthread.server.measurement;

import java.util.Optional;
import org.silkthread.server.indicators.FigureId;

/**
 * What became of an indicator that is calculated by a measure of a calculation.
 *
 * @param position the place of the measure among the results
 * @param number the group of the measure
 * @param figure the figure that was published; absent when none was
 * @param words why none was; empty when one was
 */
public record IndicatorOutcome(String indicator, int position, int number, Optional<FigureId> figure, String words) {}
