package org.silkthread.measure.report;

import java.math.BigDecimal;

/**
 * A measure, or one group of it, that a composite is composed of.
 *
 * @param measure canonical address, with or without a version
 * @param groupId the id of the group; empty for the measure's only group
 * @param weight its weight in a weighted composite; 1 when the composite says nothing
 */
public record CompositeComponent(String measure, String groupId, BigDecimal weight) {}
