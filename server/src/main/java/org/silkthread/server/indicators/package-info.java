/** Indicators: definitions, submissions, figures, frozen cuts and the comparisons made from them. */
@NullMarked
package org.silkthread.server.indicators;

import org.jspecify.annotations.NullMarked;
