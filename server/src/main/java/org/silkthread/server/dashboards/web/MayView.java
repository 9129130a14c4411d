package org.silkthread.server.dashboards.web;

/**
 * What the reader of a dashboard may do from there.
 *
 * @param cases whether they may see whom the figures are about
 * @param change whether they may change the dashboard
 * @param screens whether they may open screens on walls
 */
public record MayView(boolean cases, boolean change, boolean screens) {}
