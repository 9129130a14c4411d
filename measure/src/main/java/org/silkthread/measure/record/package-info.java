/** A patient's resources, as the engine reads them. */
@NullMarked
package org.silkthread.measure.record;

import org.jspecify.annotations.NullMarked;
