package org.silkthread.measure.report;

import java.math.BigDecimal;
import java.util.List;

/**
 * How many of a patient's members (the patient, or resources) a population holds.
 *
 * @param id the population's id; empty when it has none
 * @param count members; for observations, how many there are
 * @param observations the observed values, for {@link PopulationCode#MEASURE_OBSERVATION} only
 * @param members references such as {@code Encounter/1}; empty when the patient is what is counted
 */
public record PopulationCount(
        String id, PopulationCode code, long count, List<BigDecimal> observations, List<String> members) {}
