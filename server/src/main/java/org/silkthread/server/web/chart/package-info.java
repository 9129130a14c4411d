/** Charts: one immutable value gives the drawing, the sentence, the table and the CSV, so that they cannot disagree. */
@NullMarked
@NamedInterface("chart")
package org.silkthread.server.web.chart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
