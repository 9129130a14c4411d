package org.silkthread.server.dashboards.web;

import java.util.Optional;
import org.silkthread.server.web.chart.Chart;

/**
 * A tile as a page draws it.
 *
 * @param number its place, from 1; 0 for what is no measure of attendances and has no cases
 * @param figure in large type; words where there is no figure
 * @param detail what the figure says, in a sentence; blank where it says all
 * @param basis of how many and over which stretch of time
 * @param chart the same over time, if it is shown
 */
public record TileView(int number, String title, String figure, String detail, String basis, Optional<Chart> chart) {}
