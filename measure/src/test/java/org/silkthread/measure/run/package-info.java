/** Tests of the way from files to results. */
@NullMarked
package org.silkthread.measure.run;

import org.jspecify.annotations.NullMarked;
