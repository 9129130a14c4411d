/** Benchmarking: organisations beside each other, changes over time, and where to look first. */
@NullMarked
package org.silkthread.server.indicators.web.observatory;

import org.jspecify.annotations.NullMarked;
