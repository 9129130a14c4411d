/** The face of the engine: definitions evaluated for a patient. */
@NullMarked
package org.silkthread.measure.engine;

import org.jspecify.annotations.NullMarked;
