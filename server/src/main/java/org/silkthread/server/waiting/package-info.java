/** How long people wait: their own clocks, for themselves, and the standards, for everybody. */
@NullMarked
package org.silkthread.server.waiting;

import org.jspecify.annotations.NullMarked;
