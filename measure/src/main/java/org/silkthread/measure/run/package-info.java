/** Measures chosen from content and made ready to be evaluated: the way from files to results. */
@NullMarked
package org.silkthread.measure.run;

import org.jspecify.annotations.NullMarked;
