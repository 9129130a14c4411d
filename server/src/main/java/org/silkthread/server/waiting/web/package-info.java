/** A person's own clocks, and the standards of waiting. */
@NullMarked
package org.silkthread.server.waiting.web;

import org.jspecify.annotations.NullMarked;
