package org.silkthread.measure.report;

import java.util.List;

/** One stratum of a patient's group. {@code stratifierId} is the stratifier's label where it has no id. */
public record StratumResult(String stratifierId, StratumValue value, List<PopulationCount> populations, Score score) {}
