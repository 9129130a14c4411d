/** Periods, financial years, working days and the dates that the statutes and the source papers set. */
@NullMarked
package org.silkthread.server.calendar;

import org.jspecify.annotations.NullMarked;
