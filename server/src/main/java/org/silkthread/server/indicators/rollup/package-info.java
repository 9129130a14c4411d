/** Sums of counts over places and time, and what may be published of them. */
@NullMarked
package org.silkthread.server.indicators.rollup;

import org.jspecify.annotations.NullMarked;
