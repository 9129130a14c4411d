/** Why a patient is, or is not, in a population: every clause with its value, and the data that decided it. */
@NullMarked
package org.silkthread.measure.explain;

import org.jspecify.annotations.NullMarked;
