package org.silkthread.server.dashboards;

import java.time.Instant;

/**
 * A screen on a wall that shows a dashboard.
 *
 * @param dashboard the dashboard's code
 * @param name where it hangs, in words
 * @param madeBy the username of who opened it
 */
public record Screen(long id, String dashboard, String name, Instant madeAt, String madeBy) {}
